using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>A scenario with an autoscaler, run to its end under all invariants.</summary>
internal sealed class ElasticRun : IObserver
{
    /// <summary>What a node of each of these clusters runs besides: 100m of kube-proxy; without it a node could not be removed.</summary>
    private const string KubeProxy = """
        apiVersion: extensions/v1beta1
        kind: DaemonSet
        metadata: { name: kube-proxy, namespace: kube-system }
        spec:
          template:
            metadata: { labels: { k8s-app: kube-proxy } }
            spec:
              containers: [{ name: kube-proxy, image: kube-proxy, resources: { requests: { cpu: 100m } } }]
        """;

    private readonly List<Observation> _facts = [];

    private ElasticRun(string path)
    {
        var file = ScenarioReader.Read(path);
        Assert.Empty(file.Diagnostics.Errors);
        var invariants = new InvariantSuite();
        Run = new ScenarioRun(file.Scenario!, [invariants, this]);
        invariants.Follow(Run);
        Run.Start();
        while (Run.Advance(Run.Scenario.Duration))
        {
        }

        Assert.Empty(invariants.Broken);
    }

    public ScenarioRun Run { get; }

    public SimulatedCluster Cluster => Run.Clusters[0];

    /// <summary>Nodes with an object, in the end.</summary>
    public int Nodes => Cluster.Store.List("Node").Count;

    /// <summary>Pods without a node, in the end.</summary>
    public int Pending => Cluster.Store.List("Pod").Count(pod => !((Simulator.Api.Pod)pod).IsAssigned);

    /// <summary>Of a cluster of one pool; keys of the pool, flags of the autoscaler, and what follows the cluster's workloads.</summary>
    public static ElasticRun Of(string pool, string flags, string rest, string duration = "40m", string zones = "a", string cloud = "gce")
    {
        using var folder = new ScratchFolder();
        folder.Write("proxy.yaml", KubeProxy);
        return new ElasticRun(folder.Write("s.yaml", $$"""
            scenario: s
            duration: {{duration}}
            clusters:
              - name: c
                zones: [{{zones}}]
                nodePools:
                  - { name: p, {{pool}} }
                controlPlane:
                  controller-manager: { cloud-provider: {{cloud}} }
                  cluster-autoscaler: { {{flags}} }
                workloads:
                  - manifests: [proxy.yaml]
            {{rest}}
            """));
    }

    /// <summary>A scenario that ships, with smaller numbers.</summary>
    public static ElasticRun Of(string name, params ReadOnlySpan<(string Shipped, string Instead)> changes)
    {
        var folder = Path.Combine(Repository.Root, "scenarios", "elastic");
        var files = Directory.GetFiles(Path.Combine(folder, "manifests")).Append(Path.Combine(folder, $"{name}.yaml"))
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);
        foreach (var (shipped, instead) in changes)
        {
            Assert.Contains(files.Values, text => text.Contains(shipped, StringComparison.Ordinal));
            foreach (var path in files.Keys) files[path] = files[path].Replace(shipped, instead, StringComparison.Ordinal);
        }

        using var scratch = new ScratchFolder();
        foreach (var (path, text) in files) scratch.Write(path, text);
        return new ElasticRun(Path.Combine(scratch.Path, $"{name}.yaml"));
    }

    public void Observe(in Observation observation) => _facts.Add(observation);

    public IReadOnlyList<Observation> Of(ObservationKind kind) => _facts.FindAll(fact => fact.Kind == kind);

    /// <summary>The first such fact about it.</summary>
    public Observation First(ObservationKind kind, string subject) => _facts.Find(fact => fact.Kind == kind && fact.Subject == subject);
}
