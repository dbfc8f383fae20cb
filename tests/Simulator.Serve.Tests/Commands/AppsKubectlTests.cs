using Simulator.Serve.Hosting;
using Simulator.Serve.Tests.Serving;
using Xunit;

namespace Simulator.Serve.Tests.Commands;

/// <summary>Whole commands of a real kubectl against a served cluster of 1.20.2, as a user of today gives them.</summary>
public sealed class AppsKubectlTests : IAsyncDisposable
{
    internal const string Modern = """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: { name: high }
        value: 1000
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api, labels: { app: api } }
        spec:
          replicas: 4
          selector: { matchLabels: { app: api } }
          template:
            metadata: { labels: { app: api } }
            spec:
              priorityClassName: high
              securityContext: { seccompProfile: { type: RuntimeDefault } }
              tolerations: [{ key: dedicated, operator: Equal, value: shop, effect: NoSchedule }]
              topologySpreadConstraints:
                - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule,
                    labelSelector: { matchLabels: { app: api } } }
              containers:
                - name: api
                  image: nginx:1.19
                  startupProbe: { tcpSocket: { port: 80 }, periodSeconds: 1 }
                  resources: { requests: { cpu: 50m, memory: 32Mi, ephemeral-storage: 1Gi } }
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: api }
        spec: { minAvailable: 4, selector: { matchLabels: { app: api } } }
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          maxReplicas: 6
          metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: nightly }
        spec:
          schedule: "0 3 * * *"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: busybox }] } } } }
        """;

    private readonly Served _served = new(scenario: Scenario, web: Web);
    private ServeHost? _host;
    private Kubectl? _kubectl;

    internal static string Scenario => Served.Shop.Replace("1.3.10", "1.20.2", StringComparison.Ordinal);

    internal static string Web => Served.Web.Replace("extensions/v1beta1", "apps/v1", StringComparison.Ordinal)
        .Replace("  replicas: 3\n", "  replicas: 3\n  selector: { matchLabels: { app: web } }\n", StringComparison.Ordinal);

    [Fact]
    public async Task What_acts_acts_and_the_rest_is_kept()
    {
        await Start();
        File.WriteAllText(Path.Combine(_served.Folder, "modern.yaml"), Modern);
        await Says(
            "apply -f modern.yaml", "priorityclass.scheduling.k8s.io/high created\ndeployment.apps/api created\n"
            + "poddisruptionbudget.policy/api created\nhorizontalpodautoscaler.autoscaling/web created\ncronjob.batch/nightly created");

        // Newer ones put the selector of a budget anew each time (patchStrategy "replace" in policy/v1/types.go of k8s.io/api);
        // older ones do not know batch/v1 of cron jobs, and put its list of containers anew.
        var (_, again) = await _kubectl!.Run("apply -f modern.yaml");
        Assert.Equal(
            "priorityclass.scheduling.k8s.io/high unchanged\ndeployment.apps/api unchanged\npoddisruptionbudget.policy/api unchanged\n"
            + "horizontalpodautoscaler.autoscaling/web unchanged\ncronjob.batch/nightly unchanged",
            again.Replace("budget.policy/api configured", "budget.policy/api unchanged", StringComparison.Ordinal)
                .Replace("batch/nightly configured", "batch/nightly unchanged", StringComparison.Ordinal));
        await Shows("rollout status deployment/api --timeout=120s", "deployment \"api\" successfully rolled out");
        await Says("get deploy api", "NAME READY UP-TO-DATE AVAILABLE AGE\napi 4/4 4 4 AGE");
        const string Kept = "{.items[0].spec.priority},{.items[0].spec.securityContext.seccompProfile.type},"
            + "{.items[0].spec.tolerations[*].key},{.items[0].spec.containers[0].startupProbe.periodSeconds}";

        // "-ready" looks like the end of a drawn name, and is masked as one.
        await Says(
            $"get pods -l app=api -o jsonpath={Kept}",
            "1000,RuntimeDefault,dedicated node.kubernetes.io/not-* node.kubernetes.io/unreachable,1");
        await Shows("get pdb", "NAME MIN AVAILABLE MAX UNAVAILABLE ALLOWED DISRUPTIONS AGE\napi 4 N/A 0 AGE");
        await Shows("get hpa", "web Deployment/web");
        await Shows("get cronjobs", "nightly 0 3 * * *");
        await Shows("get --raw /version", "\"gitVersion\": \"v1.20.2\"");
        await Shows("get endpointslices", "web-* IPv4");
        await Shows("api-resources", "statefulsets sts apps/v1 true StatefulSet");
    }

    [Fact]
    public async Task A_drain_waits_for_the_budget()
    {
        await Start();
        await Says("create pdb web --selector=app=web --min-available=3", "poddisruptionbudget.policy/web created");
        await Becomes("get pdb web -o jsonpath={.status.expectedPods}", "3");
        var (_, node) = await _kubectl!.Run("get pods -l app=web -o jsonpath={.items[0].spec.nodeName}");
        await Shows($"drain {node} --delete-emptydir-data --timeout=12s", "it would violate the pod's disruption budget.", 1);
        await Says("patch pdb web --type=merge -p {\"spec\":{\"minAvailable\":2}}", "poddisruptionbudget.policy/web patched");
        await Shows($"drain {node} --delete-emptydir-data --timeout=120s", $"node/{node} drained");
        await Shows($"describe node {node}", "node.kubernetes.io/unschedulable:NoSchedule");
        await Says($"uncordon {node}", $"node/{node} uncordoned");
        await Says($"taint nodes {node} dedicated=shop:NoSchedule", $"node/{node} tainted");
        await Says($"get node {node} -o jsonpath={{.spec.taints[*].key}}", "dedicated");
        await Says($"taint nodes {node} dedicated-", $"node/{node} untainted");
        await Says($"get node {node} -o jsonpath={{.spec.taints}}", "");
    }

    [Fact]
    public async Task Rollouts_are_made_followed_and_undone()
    {
        await Start();
        await Says("set image deployment/web web=nginx:1.12", "deployment.apps/web image updated");
        await Shows("rollout status deployment/web --timeout=120s", "deployment \"web\" successfully rolled out");
        await Says("rollout history deployment/web", "deployment.apps/web\nREVISION CHANGE-CAUSE\n1 <none>\n2 <none>");
        await Says("rollout undo deployment/web", "deployment.apps/web rolled back");
        await Shows("rollout status deployment/web --timeout=120s", "deployment \"web\" successfully rolled out");
        await Says("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}", "nginx:1.11");
        await Says("create deployment api --image=nginx:1.19 --replicas=2", "deployment.apps/api created");
        await Says("scale deployment api --replicas=3", "deployment.apps/api scaled");
        await Says("autoscale deployment api --min=1 --max=3 --cpu-percent=50", "horizontalpodautoscaler.autoscaling/api autoscaled");
        await Says("delete deployment api", "deployment.apps \"api\" deleted");
        await Shows("wait --for=delete pod -l app=api --timeout=120s", "");
        await Says("get pods -l app=api", "No resources found in default namespace.");
        await Says("create priorityclass low --value=5", "priorityclass.scheduling.k8s.io/low created");
        await Shows("get priorityclass", "low 5 false");
    }

    [Fact]
    public async Task Services_of_names_outside_are_taken_and_impossible_schedules_are_not()
    {
        await Start();
        await Says("create service externalname db --external-name=db.example.com", "service/db created");
        await Says("get service db", "NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE\ndb ExternalName <none> db.example.com <none> AGE");
        await Says("get service db -o jsonpath={.spec.clusterIP}{.spec.externalName}", "db.example.com");
        await Becomes("get endpoints db", "NAME ENDPOINTS AGE\ndb <none> AGE");
        await Shows("create cronjob odd --image=busybox --schedule=*", "spec.schedule: Invalid value: \"*\": Expected exactly 5 fields", 1);
        await Says("create cronjob nightly --image=busybox --schedule=@daily", "cronjob.batch/nightly created");
    }

    [Fact]
    public async Task It_explains_measures_and_says_what_it_does_not_do()
    {
        await Start();
        await Shows("explain pod.spec.topologySpreadConstraints", "maxSkew");
        await Shows("explain hpa.spec --api-version=autoscaling/v2", "metrics");

        // "0m" looks like an age, and is masked as one.
        await Shows("top nodes", "default-0001 AGE 0%");
        await Shows("top pods", "web-* AGE 64Mi");
        await Says("auth can-i create pods", "yes");
        await Shows("auth can-i --list", "*.* [] [] [*]");
        await Says("run dry --image=nginx --dry-run=server -o name", "pod/dry");
        File.WriteAllText(Path.Combine(_served.Folder, "modern.yaml"), Modern);
        await Shows("apply --server-side -f modern.yaml", "server-side apply is not simulated", 1);
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

    private async Task Says(string words, string text, int code = 0)
    {
        var answer = await _kubectl!.Run(words);
        Assert.Equal(text, answer.Text);
        Assert.Equal(code, answer.Code);
    }

    /// <summary>Older ones cannot wait for a field.</summary>
    private async Task Becomes(string words, string text)
    {
        for (var i = 0; i < 60 && (await _kubectl!.Run(words)).Text != text; i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await Says(words, text);
    }

    private async Task Shows(string words, string part, int code = 0)
    {
        var answer = await _kubectl!.Run(words);
        Assert.Contains(part, answer.Text, StringComparison.Ordinal);
        Assert.Equal(code, answer.Code);
    }
}
