using System.Diagnostics;
using System.Text.Json.Nodes;
using Simulator.Serve.Hosting;
using Simulator.Serve.Tests.Serving;
using Xunit;

namespace Simulator.Serve.Tests.Commands;

/// <summary>
/// Whole commands of a real kubectl against a served cluster: text and exit code. They are those of kubectl 1.20 and later, which say the
/// same to all of these. Left out where no kubectl is.
/// </summary>
public sealed class KubectlTests : IAsyncDisposable
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api, labels: { app: api } }
        spec:
          replicas: 2
          selector: { matchLabels: { app: api } }
          template:
            metadata: { labels: { app: api } }
            spec: { containers: [{ name: api, image: "nginx:1.11" }] }
        """;

    private readonly Served _served = new();
    private ServeHost? _host;
    private Kubectl? _kubectl;

    [Fact]
    public async Task Objects_are_listed_described_and_printed()
    {
        await Start();
        await Says("get deploy", "NAME DESIRED CURRENT UP-TO-DATE AVAILABLE AGE\nweb 3 3 3 3 AGE");
        await Says("get pods nosuch", "Error from server (NotFound): pods \"nosuch\" not found", 1);
        await Says("get nosuch", "error: the server doesn't have a resource type \"nosuch\"", 1);
        await Says("get nodes -o name", "node/default-0001\nnode/default-0002\nnode/default-0003\nnode/default-0004");
        await Says("get deployment web -o jsonpath={.spec.replicas}/{.metadata.name}", "3/web");
        await Shows("get pods -o wide", "NAME READY STATUS RESTARTS AGE IP NODE\nweb-* 1/1 Running 0 AGE IP default-");
        await Shows("get pods --sort-by=.metadata.name", "NAME READY STATUS RESTARTS AGE\nweb-* 1/1 Running");
        await Shows("get deployment web -o yaml", "apiVersion: apps/v1\nkind: Deployment");
        await Shows("get all", "NAME READY STATUS RESTARTS AGE\npod/web-*");
        await Shows("describe deployment web", "Replicas: 3 desired | 3 updated | 3 total | 3 available | 0 unavailable");
        await Shows("describe node default-0001", "Name: default-0001");
        await Shows("describe service web", "TargetPort: 80/TCP");
        await Says("get statefulsets", "No resources found in default namespace.");
        await Shows("api-resources", "deployments deploy apps/v1 true Deployment");
    }

    [Fact]
    public async Task Objects_are_made_changed_and_deleted()
    {
        await Start();
        File.WriteAllText(Path.Combine(_served.Folder, "api.yaml"), Deployment);
        await Says("create -f api.yaml", "deployment.apps/api created");
        await Shows("create -f api.yaml", "AlreadyExists", 1);
        await Shows("apply -f api.yaml", "deployment.apps/api configured");
        await Says("apply -f api.yaml", "deployment.apps/api unchanged");
        await Says("edit deployment api", "deployment.apps/api edited", 0, ("KUBE_EDITOR", "sed -i s/nginx:1.11/nginx:1.12/"));
        await Says("get deployment api -o jsonpath={.spec.template.spec.containers[0].image}", "nginx:1.12");
        await Says("label deployment api tier=front", "deployment.apps/api labeled");
        await Shows("label deployment api tier=back", "already has a value (front), and --overwrite is false", 1);
        await Says("annotate deployment api note=hi", "deployment.apps/api annotated");
        await Says("patch deployment api -p {\"spec\":{\"minReadySeconds\":1}}", "deployment.apps/api patched");
        await Says("scale deployment api --replicas=3", "deployment.apps/api scaled");
        await Says("expose deployment api --port=80", "service/api exposed");
        await Says("autoscale deployment api --min=1 --max=3 --cpu-percent=50", "horizontalpodautoscaler.autoscaling/api autoscaled");
        await Says("create configmap settings --from-literal=a=b", "configmap/settings created");
        await Says("create ingress front --rule=a.example.com/=api:80", "ingress.networking.k8s.io/front created");
        await Shows("describe ingress front", "a.example.com");
        await Shows("top nodes", "default-0001 AGE 0%");
        await Says("run dry --image=nginx --dry-run=server -o name", "pod/dry");
        await Says("get pod dry", "Error from server (NotFound): pods \"dry\" not found", 1);
        await Says("delete hpa api", "horizontalpodautoscaler.autoscaling \"api\" deleted");
        await Says("delete deployment api", "deployment.apps \"api\" deleted");
        await Says("delete deployment api", "Error from server (NotFound): deployments.extensions \"api\" not found", 1);
        await Shows("delete namespace default", "this namespace may not be deleted", 1);
    }

    [Fact]
    public async Task Rollouts_are_followed_and_undone()
    {
        await Start();
        await Shows("set image deployment/web web=nginx:1.12", "image updated");
        await Shows("rollout status deployment/web --timeout=120s", "deployment \"web\" successfully rolled out");
        await Says("rollout history deployment/web", "deployment.apps/web\nREVISION CHANGE-CAUSE\n1 <none>\n2 <none>");
        await Says("rollout undo deployment/web", "deployment.apps/web rolled back");
        await Shows("rollout status deployment/web --timeout=120s", "deployment \"web\" successfully rolled out");
        await Says("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}", "nginx:1.11");
        await Says("wait --for=condition=available deployment/web --timeout=60s", "deployment.apps/web condition met");
    }

    /// <summary>Patience is wall time, what happens is the cluster's: a minute of it is a second here.</summary>
    [Fact]
    public async Task At_sixty_times_the_pace_waiting_is_short_and_patience_long()
    {
        await Start(60);
        await Says("set image deployment/web web=nginx:1.12", "deployment.apps/web image updated");
        await Shows("rollout status deployment/web --timeout=60s", "deployment \"web\" successfully rolled out");
        await Says("wait --for=condition=Available deployment/web --timeout=30s", "deployment.apps/web condition met");
        await Says(
            "run giant --image=nginx --overrides={\"spec\":{\"nodeName\":\"\",\"nodeSelector\":{\"no\":\"where\"}}}", "pod/giant created");
        await KeepsPaceOrSaysSo(
            60, () => Shows("wait --for=condition=Ready pod/giant --timeout=2s", "timed out waiting for the condition on pods/giant", 1));

        // What it lists first tells that it is watching: from there on it is told everything, however short it lasts.
        using var watching = _kubectl!.Follow("get pods -w");
        await watching.Until(lines => Running(lines) >= 3);
        await Says("scale deployment web --replicas=5", "deployment.apps/web scaled");
        var seen = await watching.Until(lines => Running(lines) >= 5);
        Assert.Contains(seen, line => line.Contains("0/1 ContainerCreating", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nodes_are_cordoned_and_drained()
    {
        await Start();
        await Says("cordon default-0002", "node/default-0002 cordoned");
        await Shows("get node default-0002", "default-0002 Ready,SchedulingDisabled");
        await Shows("drain default-0003 --force --delete-emptydir-data --timeout=120s", "node/default-0003 drained");
        await Says("uncordon default-0002", "node/default-0002 uncordoned");
    }

    /// <summary>A simulated container has no shell: whatever is run in it says nothing and is done.</summary>
    [Fact]
    public async Task Containers_say_nothing_and_that_well()
    {
        await Start();
        await Says("run solo --image=nginx", "pod/solo created");
        await Says("wait --for=condition=Ready pod/solo --timeout=120s", "pod/solo condition met");
        await Says("logs solo", "");
        await Says("exec solo -- ls /", "");
        await Says("exec solo -c nosuch -- ls", "Error from server (BadRequest): container nosuch is not valid for pod solo", 1);
    }

    [Theory]
    [InlineData("explain pods.spec.restartPolicy", "FIELD: restartPolicy <string>")]
    [InlineData("explain deployment.spec.strategy.rollingUpdate", "maxSurge")]
    [InlineData("explain statefulset.spec", "volumeClaimTemplates")]
    [InlineData("explain petsets", "status")]
    [InlineData("explain jobs.spec.completions", "How many pods must succeed")]
    [InlineData("explain hpa.spec", "targetCPUUtilizationPercentage")]
    [InlineData("explain ingress.spec.rules.http.paths.backend", "service")]
    [InlineData("explain poddisruptionbudgets.spec.minAvailable", "must be healthy")]
    [InlineData("explain rolebindings.subjects", "User, Group or ServiceAccount")]
    [InlineData("explain networkpolicies.spec", "podSelector")]
    public async Task Kinds_of_all_groups_are_explained(string words, string part)
    {
        await Start();
        await Shows(words, part);
    }

    /// <summary>As on any cluster, before anything is sent.</summary>
    [Fact]
    public async Task Manifests_are_checked_by_what_the_server_knows()
    {
        await Start();
        const string Wrong = "kind: Pod\napiVersion: v1\nmetadata: { name: a }\nspec: { containrs: [{ name: a, image: b }] }\n";
        File.WriteAllText(Path.Combine(_served.Folder, "wrong.yaml"), Wrong);
        await Shows("create -f wrong.yaml", "unknown field \"containrs\"", 1);
        await Says("create -f wrong.yaml --validate=false", "The Pod \"a\" is invalid: spec.containers: Required value", 1);
    }

    /// <summary>What 1.3.10 does not have.</summary>
    [Fact]
    public async Task What_is_not_there_is_told()
    {
        await Start();
        await Says("auth can-i get pods", "Error from server (NotFound): the server could not find the requested resource", 1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _served.Dispose();
    }

    private async Task Start(double speed = 10)
    {
        Assert.SkipWhen(Kubectl.Program is null, "no kubectl is installed");
        _host = new ServeHost(_served.Run, new ServeOptions { Port = 0, Speed = new Speed(speed) });
        await _host.Start();
        _kubectl = new Kubectl(_host.Addresses[0].Address, _served.Folder);
    }

    private static int Running(IReadOnlyList<string> lines) =>
        lines.Count(line => line.Contains("1/1 Running", StringComparison.Ordinal));

    /// <summary>
    /// Simulated time is never ahead of the pace; what of it the machine could not do is counted as lost or held, and told by the clock.
    /// </summary>
    private async Task KeepsPaceOrSaysSo(int pace, Func<Task> act)
    {
        using var client = new HttpClient();
        var outer = Stopwatch.StartNew();
        var before = await Clock();
        var inner = Stopwatch.StartNew();
        await act();
        var (passed, least) = (await Clock(), inner.Elapsed.TotalSeconds);
        var most = outer.Elapsed.TotalSeconds;
        var simulated = passed.Seconds - before.Seconds;

        // A quarter of a second behind it still hurries.
        const double Hurry = 0.25;
        Assert.InRange(simulated, 0, pace * (most + Hurry));
        Assert.InRange((simulated / pace) + passed.Missing - before.Missing, (0.9 * least) - Hurry, most + Hurry);

        async Task<(double Seconds, double Missing)> Clock()
        {
            var text = await client.GetStringAsync(
                new Uri(_host!.Addresses[0].Address + "/simulator/clock"), TestContext.Current.CancellationToken);
            var clock = JsonNode.Parse(text)!;
            return (Number("seconds"), Number("lostSeconds") + Number("heldSeconds"));

            double Number(string key) => clock[key]!.GetValue<double>();
        }
    }

    private async Task Says(string words, string text, int code = 0, params (string Name, string Value)[] environment)
    {
        var answer = await _kubectl!.Run(words, environment);
        Assert.Equal(text, answer.Text);
        Assert.Equal(code, answer.Code);
    }

    private async Task Shows(string words, string part, int code = 0)
    {
        var answer = await _kubectl!.Run(words);
        Assert.Contains(part, answer.Text, StringComparison.Ordinal);
        Assert.Equal(code, answer.Code);
    }
}
