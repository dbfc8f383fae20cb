using System.Globalization;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>One failure of a drawn trouble.</summary>
/// <param name="After">Since the trouble began: zero, or later in a burst.</param>
/// <param name="Lasts">Until what is struck is relieved.</param>
public sealed record Strike(TimeSpan After, string Place, TimeSpan Lasts);

/// <summary>A trouble as it was drawn: whom it strikes, and for how long. A burst strikes several.</summary>
/// <param name="Strikes">In the order of their times; at least one.</param>
public sealed record DrawnTrouble(TroubleClass Class, IReadOnlyList<Strike> Strikes)
{
    /// <summary>From its beginning until all that it strikes is relieved.</summary>
    public TimeSpan Length => Strikes.Max(strike => strike.After + strike.Lasts);

    /// <summary>In words: "power-loss of b for 1 h 38 min".</summary>
    public string Title => $"{Class.Facts.Name} of {string.Join(", ", Strikes.Select(strike => strike.Place))}";

    /// <summary>What happens if it begins at a moment of a run.</summary>
    public IEnumerable<OutageSpec> At(TimeSpan moment, Scenario scenario) =>
        Strikes.SelectMany(strike => OutagesOf(strike, moment + strike.After, scenario));

    private IEnumerable<OutageSpec> OutagesOf(Strike strike, TimeSpan at, Scenario scenario)
    {
        var rate = Class.Rate;
        var outage = new OutageSpec
        {
            Kind = rate.Kind,
            At = at,
            For = Class.Facts.EndsByItself ? null : new Constant(strike.Lasts),
            Cluster = Class.Cluster,
            Factor = rate.Factor,
        };
        return rate.Per switch
        {
            TroublePer.Region => scenario.Clusters.Where(cluster => cluster.Region == strike.Place).Select(cluster =>
                outage with { Cluster = cluster.Name, Where = new Place(PlaceScope.Region, strike.Place), Share = rate.Share }),
            TroublePer.ZonePair => [outage with { Zones = PairOf(strike.Place) }],
            TroublePer.Instance => [outage with { Instance = int.Parse(strike.Place, CultureInfo.InvariantCulture) }],
            TroublePer.Cluster or TroublePer.Federation => [outage],
            _ => [outage with { Where = new Place(ScopeOf(rate.Per), strike.Place), Share = rate.Share }],
        };
    }

    private static ZonePair PairOf(string place)
    {
        var zones = place.Split('|');
        return new ZonePair(zones[0], zones[1]);
    }

    private static PlaceScope ScopeOf(TroublePer per) => per switch
    {
        TroublePer.Node => PlaceScope.Node,
        TroublePer.Rack => PlaceScope.Rack,
        TroublePer.PowerUnit => PlaceScope.PowerUnit,
        _ => PlaceScope.Zone,
    };
}
