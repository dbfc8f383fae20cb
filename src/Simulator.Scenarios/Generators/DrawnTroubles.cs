using Simulator.Engine;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Up to four troubles in the first two thirds of the run, so that its end may be quiet; sometimes drawn ones besides.</summary>
internal sealed class DrawnTroubles(Dice dice, Dice settles, ClusterSpec cluster, TimeSpan duration)
{
    private static readonly PlaceScope[] Scopes =
    [
        PlaceScope.Node, PlaceScope.Rack, PlaceScope.PowerUnit, PlaceScope.Zone, PlaceScope.Pool,
    ];

    /// <summary>Freezes have draws of their own: <see cref="DrawnTargets"/>.</summary>
    private static readonly IReadOnlyList<OutageKindFacts> Kinds = [.. OutageKinds.All.Where(
        facts => !facts.IsOfFederations
            && facts.Kind is not (OutageKind.Freeze or OutageKind.ProgramFreeze or OutageKind.ClusterAutoscalerDown))];

    private readonly IReadOnlyList<NodeFactory.Placed> _nodes = [.. NodeFactory.NodesOf(cluster)];

    public IReadOnlyList<OutageSpec> Outages() => [.. Enumerable.Range(0, dice.Between(0, 4)).Select(_ => Outage())];

    public IReadOnlyList<RandomOutageSpec> Random() => dice.Chance(0.8) ? [] :
    [
        new RandomOutageSpec
        {
            Kind = dice.Of(
                OutageKind.PowerLoss, OutageKind.Reboot, OutageKind.NetworkCut, OutageKind.SlowNode, OutageKind.DiskLoss,
                OutageKind.RuntimeDown),
            Cluster = cluster.Name,
            Per = dice.Of(PlaceScope.Node, PlaceScope.Rack),
            Between = new Exponential(dice.Seconds(600, 7200)),
            Lasts = dice.Lasting(5, 600),
            Share = dice.Of(0.5, 1),
            Burst = dice.Of(0, 0.2),
        },
    ];

    /// <summary>A partition needs two zones.</summary>
    private OutageKindFacts Kind()
    {
        var facts = dice.Of(Kinds);
        return facts.Reach == OutageReach.TwoZones && cluster.Zones.Count < 2 ? OutageKinds.Of(OutageKind.NetworkCut) : facts;
    }

    private OutageSpec Outage()
    {
        var facts = Kind();
        var kind = facts.Kind;
        var strikesMachines = facts.Reach == OutageReach.Machines;
        return new OutageSpec
        {
            Kind = kind,
            At = dice.Seconds(0, (int)duration.TotalSeconds * 2 / 3),
            For = facts.EndsByItself || dice.Chance(0.15) ? null : dice.Lasting(1, 900),
            Cluster = cluster.Name,
            Where = strikesMachines ? Place() : null,
            Zones = facts.Reach == OutageReach.TwoZones ? new ZonePair(cluster.Zones[0], cluster.Zones[1]) : null,
            Instance = facts.Reach == OutageReach.Instances && dice.Chance(0.6) ? dice.Between(0, cluster.Masters.Count - 1) : null,
            Share = strikesMachines ? dice.Of(0.3, 0.5, 1, 1) : 1,
            Rolling = strikesMachines && kind != OutageKind.Maintenance && dice.Chance(0.3) ? dice.Seconds(1, 60) : TimeSpan.Zero,
            AtOnce = dice.Between(1, 3),
            Settle = kind == OutageKind.Maintenance ? settles.Seconds(0, 120) : TimeSpan.Zero,
            Factor = dice.Of(2, 10, 100),
            Repeat = dice.Chance(0.15) ? new Repetition(dice.Seconds(30, 600), dice.Between(2, 3)) : null,
        };
    }

    private Place Place()
    {
        var node = dice.Of(_nodes);
        var scope = dice.Of(Scopes);
        return new Place(scope, scope switch
        {
            PlaceScope.Rack => node.Rack,
            PlaceScope.PowerUnit => node.PowerUnit,
            PlaceScope.Zone => node.Zone,
            PlaceScope.Pool => node.Pool,
            _ => node.Node.Name,
        });
    }
}
