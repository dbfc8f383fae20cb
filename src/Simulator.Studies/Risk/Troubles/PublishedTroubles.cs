using Simulator.Engine;
using Simulator.World.Outages;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>
/// The troubles whose rates somebody has published, and the durations of others (the numbers are those of <see cref="PublishedRates"/>,
/// which random outages of a scenario have as well).
/// </summary>
public static class PublishedTroubles
{
    /// <summary>What strikes every cluster if nobody says otherwise.</summary>
    public static IReadOnlyList<TroubleRate> All { get; } =
    [
        Of(TroublePer.Node, "Google 2011: 8,957 removals of 12,583 machines in 29 days; Ford 2010: less than 10 % last above 15 min"),
        Of(TroublePer.Rack, "Dean 2008: 20 a year of 3,000 machines, 1 to 6 h"),
        Of(TroublePer.PowerUnit, "Dean 2008: 0.5 to 1 a year, 6 h"),
        Of(TroublePer.Zone, "35 single-zone incidents 2018-2020, and judgement: 0.2 a year, median 98 min"),
    ];

    /// <summary>1,029 incidents of control planes of regions: median 2.2 h, 90 % below 10.7 h. How often is not published.</summary>
    private static readonly IDistribution ControlPlane = new LogNormal(TimeSpan.FromHours(2.2), 1.234);

    /// <summary>Mean time between two; null: nobody has published it.</summary>
    public static TimeSpan? Between(TroublePer per) => ScopeOf(per) is { } scope ? PublishedRates.Between(scope).Mean : null;

    /// <summary>Null: nobody has published it.</summary>
    public static IDistribution? Lasts(TroublePer per, OutageKind kind) => ScopeOf(per) is { } scope
        ? PublishedRates.Lasts(scope)
        : per == TroublePer.Region || OutageKinds.Of(kind).Reach == OutageReach.Instances ? ControlPlane : null;

    public static double Burst(TroublePer per) => ScopeOf(per) is { } scope ? PublishedRates.Burst(scope) : 0;

    private static PlaceScope? ScopeOf(TroublePer per) => per switch
    {
        TroublePer.Node => PlaceScope.Node,
        TroublePer.Rack => PlaceScope.Rack,
        TroublePer.PowerUnit => PlaceScope.PowerUnit,
        TroublePer.Zone => PlaceScope.Zone,
        _ => null,
    };

    private static TroubleRate Of(TroublePer per, string source) => new()
    {
        Kind = OutageKind.PowerLoss,
        Per = per,
        Between = Between(per)!.Value,
        Lasts = Lasts(per, OutageKind.PowerLoss)!,
        Burst = Burst(per),
        Source = $"published ({source})",
    };
}
