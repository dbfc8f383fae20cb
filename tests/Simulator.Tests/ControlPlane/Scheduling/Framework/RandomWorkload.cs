using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>Nodes and pods with a bit of everything that placing looks at; the same seed gives the same.</summary>
internal sealed class RandomWorkload(ulong seed)
{
    private static readonly string[] Apps = ["web", "db", "cache", "batch"];

    private static readonly Pod[] Templates = [.. Enumerable.Range(0, 16).Select(Template)];

    private readonly DecisionOrder _order = new(seed * 7919);

    private ulong _draws;

    private int _sets;

    public static IEnumerable<Service> Services => Apps.Take(2).Select(app => new Service
    {
        Metadata = new ObjectMeta { Name = app, Namespace = "default" },
        Selector = LabelSet.Of(("app", app)),
    });

    public int Below(int count) => (int)(_order.RankOf("", _draws++, "") % (ulong)count);

    public Pod NextPod(string name)
    {
        var template = Templates[Below(Templates.Length)];
        return template with { Metadata = template.Metadata with { Name = name, Uid = "uid-" + name } };
    }

    public ReplicaSet NextReplicaSet() => new()
    {
        Metadata = new ObjectMeta { Name = $"rs{_sets++ % 3}", Namespace = "default" },
        Selector = new LabelSelector
        {
            MatchLabels = LabelSet.Of(("app", Apps[Below(Apps.Length)])),
            MatchExpressions = Below(2) == 0 ? [] : [new SelectorRequirement("ver", "In", ["v0", "v1"])],
        },
    };

    public Node NextNode(string name)
    {
        var labels = LabelSet.Of((WellKnownLabels.Hostname, name), ("disk", Below(2) == 0 ? "ssd" : "hdd"));
        if (Below(8) > 0) labels = labels.With(WellKnownLabels.TopologyZone, $"z{Below(3)}");
        var room = ResourceList.Of(
            ("cpu", Quantity.FromUnits(2 + Below(3))), ("memory", Quantity.FromUnits((4L + Below(4)) << 30)),
            ("pods", Quantity.FromUnits(20)), ("ephemeral-storage", Quantity.FromUnits(100L << 30)));
        return new Node
        {
            Metadata = new ObjectMeta { Name = name, Labels = labels },
            Spec = new NodeSpec { Unschedulable = Below(20) == 0, Taints = new Parsed<IReadOnlyList<Taint>>(NextTaints()) },
            Status = new NodeStatus
            {
                Capacity = room,
                Allocatable = room,
                Images = Below(3) == 0 ? [new ContainerImage(["web:1"], 300L << 20)] : [],
            },
        };
    }

    private List<Taint> NextTaints() => Below(6) switch
    {
        0 => [new Taint("gpu", "", "NoSchedule")],
        1 => [new Taint("old", "", "PreferNoSchedule")],
        _ => [],
    };

    private static Pod Template(int kind)
    {
        var app = Apps[kind % Apps.Length];
        return new Pod
        {
            Metadata = new ObjectMeta
            {
                Namespace = kind % 5 == 4 ? "other" : "default",
                Labels = LabelSet.Of(("app", app), ("ver", $"v{kind % 3}")),
            },
            Spec = new PodSpec
            {
                Containers = [ContainerOf(kind)],
                Affinity = AffinityOf(kind, app),
                NodeSelector = kind == 7 ? LabelSet.Of(("disk", "ssd")) : LabelSet.Empty,
                Tolerations = new Parsed<IReadOnlyList<Toleration>>(kind % 4 == 1 ? [new Toleration("gpu", "Exists", "", "")] : []),
                Placement = PlacementOf(kind, app),
            },
        };
    }

    private static Container ContainerOf(int kind) => new()
    {
        Name = "c",
        Image = "web:1",
        Requests = ResourceList.Of(
            ("cpu", Quantity.FromMilli(100 + (kind * 20))), ("memory", Quantity.FromUnits((64L + kind) << 20))),
        Ports = kind == 9 ? [new ContainerPort("", 80, 8080, "TCP")] : [],
    };

    private static PodPlacement PlacementOf(int kind, string app) => new()
    {
        Priority = kind == 15 ? 10 : kind == 14 ? -5 : null,
        SpreadConstraints = kind switch
        {
            2 => [Spread(WellKnownLabels.TopologyZone, "DoNotSchedule", app)],
            3 => [Spread(WellKnownLabels.Hostname, "DoNotSchedule", app), Spread(WellKnownLabels.TopologyZone, "ScheduleAnyway", app)],
            7 => [Spread(WellKnownLabels.TopologyZone, "ScheduleAnyway", app), Spread("disk", "ScheduleAnyway", app)],
            10 => [Spread(WellKnownLabels.TopologyZone, "DoNotSchedule", app), Spread("disk", "DoNotSchedule", app)],
            _ => [],
        },
    };

    private static TopologySpreadConstraint Spread(string key, string when, string app) => new()
    {
        MaxSkew = 2,
        TopologyKey = key,
        WhenUnsatisfiable = when,
        LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", app)) },
    };

    private static Affinity? AffinityOf(int kind, string app) => kind switch
    {
        4 => new Affinity { PodAntiAffinity = new PodAffinity { Required = [Term(WellKnownLabels.Hostname, app)] } },
        5 => new Affinity { PodAffinity = new PodAffinity { Required = [Term(WellKnownLabels.TopologyZone, "web"), Term("disk", "web")] } },
        6 => new Affinity
        {
            PodAffinity = new PodAffinity { Preferred = [new WeightedPodAffinityTerm(30, Term(WellKnownLabels.TopologyZone, "db"))] },
            PodAntiAffinity = new PodAffinity { Preferred = [new WeightedPodAffinityTerm(50, Term(WellKnownLabels.Hostname, app))] },
        },
        8 => new Affinity
        {
            NodeAffinity = new NodeAffinity
            {
                Preferred = [new PreferredSchedulingTerm(7, new NodeSelectorTerm([new SelectorRequirement("disk", "In", ["ssd"])]))],
            },
        },
        11 => new Affinity { PodAffinity = new PodAffinity { Required = [Term(WellKnownLabels.Hostname, app)] } },
        _ => null,
    };

    private static PodAffinityTerm Term(string key, string app) => new()
    {
        TopologyKey = key,
        LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", app)) },
    };
}
