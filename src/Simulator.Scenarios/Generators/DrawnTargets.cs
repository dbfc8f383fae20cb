using System.Globalization;
using Simulator.Api;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Up to two more troubles in a half of the worlds: freezes, starving kubelets, lists of nodes and zones, the node of a pod, machines dead
/// from the start, troubles that wait for something.
/// </summary>
internal sealed class DrawnTargets(Dice dice, ClusterSpec cluster, TimeSpan duration)
{
    private static readonly string[] Programs = ["api-server", "etcd", "scheduler", "controller-manager"];

    private readonly IReadOnlyList<string> _nodes = [.. NodeFactory.NodesOf(cluster).Select(placed => placed.Node.Name)];

    public IReadOnlyList<OutageSpec> Draw() => dice.Chance(0.5) ? [] : [.. Enumerable.Range(0, dice.Between(1, 2)).Select(Outage)];

    private OutageSpec Outage(int number)
    {
        var kind = dice.Of(
            OutageKind.Freeze, OutageKind.Freeze, OutageKind.ProgramFreeze, OutageKind.ProgramFreeze, OutageKind.SlowNode,
            OutageKind.PowerLoss, OutageKind.NetworkCut);
        var program = dice.Of(Programs);
        var outage = new OutageSpec
        {
            Kind = kind,
            Name = string.Create(CultureInfo.InvariantCulture, $"drawn-{number}"),
            At = dice.Seconds(0, (int)duration.TotalSeconds / 2),
            After = dice.Chance(0.3) ? After(number) : null,
            For = dice.Lasting(1, 600),
            Cluster = cluster.Name,
            Share = dice.Of(0.5, 1),
            Factor = 2,
            HeartbeatDelay = kind == OutageKind.SlowNode ? dice.Lasting(0, 90) : null,
        };
        if (kind != OutageKind.ProgramFreeze)
        {
            return outage with { Where = Place(), IsOld = kind == OutageKind.PowerLoss && dice.Chance(0.3) };
        }
        return outage with
        {
            Program = program,
            Share = 1,
            Instance = dice.Chance(0.5) ? dice.Between(0, cluster.Masters.Count - 1) : null,
        };
    }

    private EventTime After(int number) => dice.Between(0, number == 0 ? 0 : 2) switch
    {
        0 => new EventTime(AwaitedEvent.AllReady, "", dice.Seconds(0, 120)),
        1 => new EventTime(AwaitedEvent.OutageBegins, "drawn-0", dice.Seconds(0, 120)),
        _ => new EventTime(AwaitedEvent.OutageEnds, "drawn-0", dice.Seconds(0, 120)),
    };

    private Place Place() => dice.Between(0, 4) switch
    {
        0 => new Place(PlaceScope.Cluster),
        1 => new Place(PlaceScope.Zone, cluster.Zones),
        2 when Pods() is { Count: > 0 } pods => new Place(PlaceScope.NodeOfPod, dice.Of(pods)),
        _ => new Place(PlaceScope.Node, [.. Enumerable.Range(0, 3).Select(_ => dice.Of(_nodes)).Distinct()]),
    };

    /// <summary>Whose names are known before the run.</summary>
    private List<string> Pods() => [.. cluster.Workloads.SelectMany(workload => workload.Objects).SelectMany(value => value switch
    {
        PetSet { Replicas: > 0 } set => [$"{set.Key}-0"],
        Pod { Name.Length: > 0 } pod => [pod.Key.ToString()],
        _ => Array.Empty<string>(),
    })];
}
