using Simulator.Api;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// Files of people who make the usual mistakes: probes that ask nobody or too early, applications of nobody, namespaces that come last.
/// </summary>
public sealed class UsualMistakeCases : IObserver
{
    private const string Scenario = """
        scenario: s
        duration: 5m
        clusters:
          - name: c
            zones: [a]
            start: START
            MORE
            nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 2 }]
            workloads: [{ manifests: [a.yaml] }, { manifests: [b.yaml] }]
        """;

    private const string Web = """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web HOME }
        spec:
          replicas: 2
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: c, image: "web:1" CONTAINER }] }
        """;

    private const string Front = """
        kind: Service
        apiVersion: v1
        metadata: { name: web HOME }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }
        """;

    private const string Late = "{ kind: Namespace, apiVersion: v1, metadata: { name: late } }";

    private readonly List<Observation> _facts = [];

    void IObserver.Observe(in Observation observation) => _facts.Add(observation);

    [Theory]
    [InlineData(
        "empty", "readinessProbe: { httpGet: { port: htp } }", 0,
        "the readinessProbe of c asks port htp, and the container has no port of that name: its pods are never ready [changes decisions]")]
    [InlineData("settled", "readinessProbe: { tcpSocket: { port: htp } }", 0, "the readinessProbe of c asks port htp")]
    [InlineData("settled", "ports: [{ containerPort: 80, name: http }], readinessProbe: { httpGet: { port: http } }", 2, "")]
    [InlineData("empty", "ports: [{ containerPort: 80, name: http }], readinessProbe: { httpGet: { port: http } }", 2, "")]
    [InlineData("empty", "readinessProbe: { httpGet: { port: 81 } }", 2, "")]
    [InlineData(
        "empty", "livenessProbe: { httpGet: { port: htp } }", 2,
        "the livenessProbe of c asks port htp, and the container has no port of that name: the probe never restarts it")]
    public void A_probe_of_a_port_that_nobody_has(string start, string container, int ready, string expected)
    {
        var (answer, cluster) = Run(
            Scenario.Replace("START", start, StringComparison.Ordinal).Replace("MORE", "", StringComparison.Ordinal),
            Web.Replace("HOME", "", StringComparison.Ordinal).Replace("CONTAINER", ", " + container, StringComparison.Ordinal),
            Front.Replace("HOME", "", StringComparison.Ordinal));
        Said(answer, expected);
        var pods = cluster.Store.List("Pod").Cast<Pod>().ToList();
        Assert.Equal((2, ready), (pods.Count, pods.Count(pod => pod.IsReady)));
        Assert.DoesNotContain(_facts, fact => fact.Kind == ObservationKind.ContainerRestarted);
        Assert.Equal(ready, ((Endpoints)cluster.Store.List("Endpoints").Single()).Subsets.Sum(subset => subset.Addresses.Count));
        Assert.Equal(ready, ((Deployment)cluster.Store.List("Deployment").Single()).Status.AvailableReplicas);
    }

    [Theory]
    [InlineData(
        "selector: { app: wbe }, crashesAfter: 40s",
        "application selector (1 application): selects no pod of the scenario (none of namespace default with app=wbe): nothing of it "
            + "happens; pods have app=web [changes decisions]")]
    [InlineData(
        "namespace: prod, crashesAfter: 40s",
        "application selector (1 application): selects no pod of the scenario (none of namespace prod): nothing of it happens [changes "
            + "decisions]")]
    [InlineData("selector: { app: web }, crashesAfter: 40s", "")]
    [InlineData("crashesAfter: 40s", "")]
    public void An_application_of_no_pod(string application, string expected) =>
        Said(Validate($"applications: [{{ {application} }}]", ""), expected);

    [Theory]
    [InlineData(
        "startsIn: 40s", "initialDelaySeconds: 1, periodSeconds: 2, failureThreshold: 1",
        "the livenessProbe of c gives up 3s after a start (initialDelaySeconds + failureThreshold x periodSeconds), and its application "
            + "needs 40s (startsIn): no restarted container ever becomes ready [changes decisions]")]
    [InlineData(
        "startsIn: uniform 40s to 60s", "initialDelaySeconds: 1",
        "gives up 31s after a start (initialDelaySeconds + failureThreshold x periodSeconds), and its application needs 40s (startsIn): "
            + "no restarted container ever becomes ready")]
    [InlineData(
        "startsIn: uniform 10s to 60s", "initialDelaySeconds: 1",
        "needs 35s on average (startsIn): containers are killed before they are ready")]
    [InlineData("startsIn: 40s", "initialDelaySeconds: 60", "")]
    [InlineData("crashesAfter: 40s", "initialDelaySeconds: 1", "")]
    public void A_liveness_probe_that_gives_up_too_early(string application, string probe, string expected) =>
        Said(
            Validate(
                $"applications: [{{ selector: {{ app: web }}, {application} }}]",
                $", livenessProbe: {{ httpGet: {{ port: 80 }}, {probe} }}"),
            expected);

    /// <summary>Files are sent in their order, also when they are those of two workloads.</summary>
    [Theory]
    [InlineData("empty", "objects before", 2)]
    [InlineData("empty", "namespace before", 0)]
    [InlineData("settled", "objects before", 0)]
    public void A_namespace_that_comes_after_its_objects(string start, string order, int refused)
    {
        var objects = $"{Web}\n---\n{Front}".Replace("HOME", ", namespace: late", StringComparison.Ordinal)
            .Replace("CONTAINER", "", StringComparison.Ordinal);
        var scenario = Scenario.Replace("START", start, StringComparison.Ordinal).Replace("MORE", "", StringComparison.Ordinal);
        var (answer, _) = order == "objects before" ? Run(scenario, objects, Late) : Run(scenario, Late, objects);
        Said(
            answer,
            refused == 0
                ? ""
                : "a.yaml:1:1  2 objects lie in namespace 'late', which is created only after them: kubectl keeps the order, and the API "
                    + "server refuses them; the Namespace has to come first");
        Assert.Equal(refused, _facts.Count(fact => fact.Kind == ObservationKind.CreationRefused));
    }

    [Theory]
    [InlineData("10.1.0.10", "10.1.0.10", "the API server refuses web: 10.1.0.10: provided IP is already allocated [changes decisions]")]
    [InlineData("10.1.0.10", "10.2.0.10", "the API server refuses web: 10.2.0.10: provided IP is not in the valid range")]
    [InlineData("10.1.0.10", "10.1.0.11", "")]
    [InlineData("None", "None", "")]
    public void An_address_that_a_service_cannot_have(string first, string second, string expected)
    {
        const string Range = "controlPlane: { apiserver: { service-cluster-ip-range: 10.1.0.0/16 } }";
        var scenario = Scenario.Replace("START", "empty", StringComparison.Ordinal).Replace("MORE", Range, StringComparison.Ordinal);
        var web = Web.Replace("HOME", "", StringComparison.Ordinal).Replace("CONTAINER", "", StringComparison.Ordinal);
        var (answer, _) = Run(scenario, $"{web}\n---\n{At("first", first)}", At("web", second));
        Said(answer, expected);
        Assert.Equal(expected.Length > 0 ? 1 : 0, _facts.Count(fact => fact.Kind == ObservationKind.CreationRefused));
    }

    private static string At(string name, string address) => $$"""
        kind: Service
        apiVersion: v1
        metadata: { name: {{name}} }
        spec: { clusterIP: {{address}}, selector: { app: web }, ports: [{ port: 80 }] }
        """;

    private static CommandLine.Answer Validate(string more, string container)
    {
        using var folder = Folder(
            Scenario.Replace("START", "settled", StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal),
            Web.Replace("HOME", "", StringComparison.Ordinal).Replace("CONTAINER", container, StringComparison.Ordinal),
            Front.Replace("HOME", "", StringComparison.Ordinal));
        return CommandLine.Run("validate", Path.Combine(folder.Path, "scenario.yaml"));
    }

    /// <summary>What is said before the run, and the cluster after it.</summary>
    private (CommandLine.Answer Answer, SimulatedCluster Cluster) Run(string scenario, string first, string second)
    {
        using var folder = Folder(scenario, first, second);
        var path = Path.Combine(folder.Path, "scenario.yaml");
        var run = new ScenarioRun(Simulator.Scenarios.Files.ScenarioReader.Read(path).Scenario!, this);
        run.Start();
        run.Advance(run.Scenario.Duration);
        return (CommandLine.Run("validate", path), run.Clusters[0]);
    }

    private static ScratchFolder Folder(string scenario, string first, string second)
    {
        var folder = new ScratchFolder();
        folder.Write("scenario.yaml", scenario);
        folder.Write("a.yaml", first);
        folder.Write("b.yaml", second);
        return folder;
    }

    private static void Said(CommandLine.Answer answer, string expected)
    {
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }
}
