using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Federation;
using Simulator.World.Observations;
using Simulator.World.Operations.Verbs;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Tests.Stories;

/// <summary>
/// Small clusters c1 (r1-a, r1), c2 (r1-b, r1), c3 (r2-a, r2) and so on, in one federation, with a service web of two pods each.
/// </summary>
internal sealed class Federated : IObserver
{
    public const string Manager = $"{SimulatedFederation.ManagerProgram}-0";

    private static readonly (string Zone, string Region)[] Places = [("r1-a", "r1"), ("r1-b", "r1"), ("r2-a", "r2"), ("r2-b", "r2")];

    public Federated(Scenario scenario)
    {
        Run = new ScenarioRun(scenario, this);
        Run.Start();
    }

    public ScenarioRun Run { get; }

    public List<Observation> Facts { get; } = [];

    public SimulatedFederation Federation => Run.Federation!;

    public static Scenario Of(int clusters, Func<FederationSpec, FederationSpec>? change = null, bool hasService = true) => new()
    {
        Name = "federated",
        Duration = TimeSpan.FromHours(2),
        Clusters = [.. Enumerable.Range(0, clusters).Select(ClusterOf)],
        Federation = (change ?? (spec => spec))(new FederationSpec
        {
            Name = "fed",
            Domain = "example.com",
            Members = [.. Enumerable.Range(1, clusters).Select(number => $"c{number}")],
            Dns = new DnsProviderOptions { Latency = new Constant(TimeSpan.FromMilliseconds(10)) },
            ControllerManager = new FederationOptions { FirstProbe = TimeSpan.FromSeconds(30) },
            Workloads = hasService ? [new WorkloadSpec(TimeSpan.Zero, [Web])] : [],
        }),
    };

    public static Service Web { get; } = new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Type = "LoadBalancer",
        Selector = LabelSet.Of(("app", "web")),
        Ports = [new ServicePort("", 80, "TCP", "80")],
    };

    public void Observe(in Observation observation) => Facts.Add(observation);

    public SimulatedCluster Cluster(string name) => Run.Clusters.Single(cluster => cluster.Spec.Name == name);

    public Federated RunFor(TimeSpan duration)
    {
        Run.Advance(Run.Now + duration);
        return this;
    }

    /// <summary>"A c1 c3", "CNAME r1", "" for none; of zone, region or "" for the global name.</summary>
    public string Says(string place = "", string service = "web")
    {
        var name = $"{service}.default.fed.svc.{(place.Length > 0 ? place + "." : "")}example.com";
        if (Federation.Records.Records.FirstOrDefault(set => set.Name == name) is not { } found) return "";
        return found.Type == RecordType.A
            ? "A " + string.Join(' ', found.Data.Select(address => OwnerOf(address, service)).Order(StringComparer.Ordinal))
            : $"CNAME {Short(found.Data[0], service)}";
    }

    /// <summary>What a name has said since a moment: each content once, in order.</summary>
    public IReadOnlyList<string> History(string place, TimeSpan since) =>
    [
        .. Facts.Where(fact => fact.Kind == ObservationKind.RecordChanged && fact.At >= since
            && fact.Subject == $"web.default.fed.svc.{(place.Length > 0 ? place + "." : "")}example.com").Select(fact => fact.Other),
    ];

    public void Scale(string cluster, int replicas)
    {
        var there = Cluster(cluster).Store.Find<ReplicationController>("ReplicationController", new ObjectKey("default", "web"))!;
        Execute(Cluster(cluster), new UpdateRequest(there with { Replicas = replicas }));
    }

    public void Execute(SimulatedCluster cluster, ApiRequest request) => Assert(cluster.Server.Execute(request, Now));

    public void Execute(ApiRequest request) => Assert(Federation.Server.Execute(request, Now));

    public void Join(string cluster) => Execute(new CreateRequest(JoinVerb.MemberOf(cluster)));

    public void Leave(string cluster) => Execute(new DeleteRequest("Cluster", new ObjectKey("", cluster)));

    private Instant Now => Instant.FromStart(Run.Now);

    private static string Short(string name, string service) => name
        .Replace($"{service}.default.fed.svc.", "", StringComparison.Ordinal).Replace(".example.com", "", StringComparison.Ordinal);

    private string OwnerOf(string address, string service) => Run.Clusters.Single(cluster =>
        cluster.Store.Find<Service>("Service", new ObjectKey("default", service))?.LoadBalancerIngress.Contains(address) == true).Spec.Name;

    private static void Assert(in ApiResponse response) => Xunit.Assert.True(response.IsOk, response.Outcome);

    private static ClusterSpec ClusterOf(int index) => new()
    {
        Name = $"c{index + 1}",
        Region = Places[index].Region,
        Zones = [Places[index].Zone],
        NodePools = [new NodePoolSpec { Name = $"n{index + 1}", Count = 2, Capacity = Workloads.Machine }],
        ControllerManager = new ControllerManagerOptions { CloudProvider = true },
        Workloads = [new WorkloadSpec(TimeSpan.Zero, [Controller])],
    };

    private static ReplicationController Controller => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Replicas = 2,
        Selector = LabelSet.Of(("app", "web")),
        Template = new PodTemplate
        {
            Labels = LabelSet.Of(("app", "web")),
            Spec = new PodSpec
            {
                Containers = [new Container { Name = "web", Image = "web", Ports = [new ContainerPort("", 80, 0, "TCP")] }],
            },
        },
    };
}
