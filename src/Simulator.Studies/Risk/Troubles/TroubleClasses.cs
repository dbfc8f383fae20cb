using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>All that can go wrong in a scenario, at the user's rates or at the published ones.</summary>
public static class TroubleClasses
{
    /// <summary>In order of their keys, so that nothing depends on the order of a file.</summary>
    /// <param name="rates">Of a rates file; null: those of the scenario's <c>random</c>, or, without it, the published ones.</param>
    public static IReadOnlyList<TroubleClass> Of(Scenario scenario, IReadOnlyList<TroubleRate>? rates) =>
        [.. (rates ?? RatesOf(scenario)).SelectMany(rate => TroublePlaces.ClassesOf(rate, scenario))
            .GroupBy(all => all.Key, StringComparer.Ordinal)
            .SelectMany(twins => twins.Select((all, i) => all with { Twin = i }))
            .OrderBy(all => all.Key, StringComparer.Ordinal)];

    /// <summary>The rates of a scenario that has no rates file.</summary>
    public static IReadOnlyList<TroubleRate> RatesOf(Scenario scenario) => scenario.RandomOutages.Count == 0
        ? PublishedTroubles.All
        : [.. scenario.RandomOutages.Select(Of)];

    private static TroubleRate Of(RandomOutageSpec random) => new()
    {
        Kind = random.Kind,
        Per = random.Per switch
        {
            PlaceScope.Rack => TroublePer.Rack,
            PlaceScope.PowerUnit => TroublePer.PowerUnit,
            PlaceScope.Zone => TroublePer.Zone,
            _ => TroublePer.Node,
        },
        Cluster = random.Cluster,
        Between = random.Between.Mean,
        Lasts = random.Lasts,
        Share = random.Share,
        Burst = random.Burst,
        Factor = random.Factor,
        Source = "the scenario's random",
    };
}
