using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Federation.Replicas;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Now and then the drawn cluster has one to three small neighbours, and they are a federation: joined, left, cut off, frozen.
/// </summary>
internal sealed class DrawnFederation(Dice dice, Scenario scenario)
{
    private const double Share = 0.15;

    private static readonly string[] Names = ["west", "north", "south"];

    private static readonly string[] Regions = ["us-east1", "us-west1", "europe-west1"];

    private static readonly ObjectKey App = new("default", "federated");

    public Scenario Draw()
    {
        if (!dice.Chance(Share)) return scenario;
        List<ClusterSpec> clusters = [scenario.Clusters[0], .. Names[..dice.Between(1, 3)].Select(Neighbour)];
        List<string> names = [.. clusters.Select(cluster => cluster.Name)];
        return scenario with
        {
            Clusters = clusters,
            Federation = new FederationSpec
            {
                Name = "swarm",
                Domain = "example.com",
                Members = [.. names.Where(name => name != names[^1] || dice.Chance(0.7)).Order(StringComparer.Ordinal)],
                Mode = dice.Chance(0.3) ? FederationMode.AsDocumented : FederationMode.Measured,
                Dns = new DnsProviderOptions { Latency = dice.Lasting(0, 2) },
                ControllerManager = new FederationOptions { ClusterMonitorPeriod = dice.Seconds(5, 60) },
                Workloads =
                [
                    new WorkloadSpec(dice.Chance(0.7) ? TimeSpan.Zero : Moment(), [Service, Set()]),
                ],
            },
            Outages = [.. scenario.Outages, .. names.Where(_ => dice.Chance(0.6)).Select(Trouble)],
            Operations = [.. scenario.Operations, .. Enumerable.Range(0, dice.Between(0, 3)).SelectMany(_ => At(Moment(), dice.Of(names)))],
        };
    }

    private static Service Service => new()
    {
        Metadata = new ObjectMeta { Name = App.Name, Namespace = App.Namespace },
        Type = "LoadBalancer",
        Selector = LabelSet.Of(("app", App.Name)),
        Ports = [new ServicePort("", 80, "TCP", "80")],
    };

    private ClusterSpec Neighbour(string name) => new()
    {
        Name = name,
        Region = dice.Of(Regions),
        Zones = [$"{name}-a"],
        NodePools = [new NodePoolSpec { Name = name, Count = dice.Between(1, 4), Capacity = scenario.Clusters[0].NodePools[0].Capacity }],
        ControllerManager = new ControllerManagerOptions { CloudProvider = dice.Chance(0.8) },
        Start = scenario.Clusters[0].Start,
    };

    private ReplicaSet Set() => new()
    {
        Metadata = new ObjectMeta
        {
            Name = App.Name,
            Namespace = App.Namespace,
            Annotations = dice.Chance(0.5) ? LabelSet.Empty : LabelSet.Of((PreferencesText.Annotation, Preferences())),
        },
        Replicas = dice.Between(0, 12),
        Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", App.Name)) },
        Template = new PodTemplate
        {
            Labels = LabelSet.Of(("app", App.Name)),
            Spec = new PodSpec
            {
                Containers =
                [
                    new Container
                    {
                        Name = App.Name,
                        Image = App.Name,
                        Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(dice.Of(50, 100, 500)))),
                    },
                ],
            },
        },
    };

    private string Preferences()
    {
        var rebalance = dice.Chance(0.5) ? "true" : "false";
        var west = $$"""{"weight":{{dice.Between(0, 3)}},"minReplicas":{{dice.Between(0, 2)}} }""";
        var others = $$"""{"weight":{{dice.Between(0, 2)}} }""";
        return $$"""{"rebalance":{{rebalance}},"clusters":{"west":{{west}},"*":{{others}} } }""";
    }

    private TimeSpan Moment() => dice.Seconds(0, (int)scenario.Duration.TotalSeconds / 2);

    private OutageSpec Trouble(string cluster)
    {
        var kind = dice.Of(OutageKind.ApiServerDown, OutageKind.ProgramFreeze, OutageKind.ClusterCut);
        return new OutageSpec
        {
            Kind = kind,
            Program = kind == OutageKind.ProgramFreeze ? "api-server" : "",
            At = Moment(),
            For = dice.Lasting(5, 300),
            Cluster = cluster,
        };
    }

    private IEnumerable<OperationSpec> At(TimeSpan at, string cluster) => dice.Between(0, 2) switch
    {
        0 => [new ScaleOperation("ReplicaSet", App, dice.Between(0, 12)) { At = at, Cluster = FederationSpec.Site }],
        1 => [new JoinOperation(cluster) { At = at, Cluster = FederationSpec.Site }],
        _ =>
        [
            new LeaveOperation(cluster) { At = at, Cluster = FederationSpec.Site },
            new JoinOperation(cluster) { At = at + dice.Seconds(1, 200), Cluster = FederationSpec.Site },
        ],
    };
}
