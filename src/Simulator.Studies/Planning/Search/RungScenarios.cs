using Simulator.Reports.Measures.Money;
using Simulator.Studies.Files;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>The scenarios of rungs, each read once.</summary>
/// <param name="common">Changed in all of them.</param>
public sealed class RungScenarios(ScenarioSource source, IReadOnlyList<Setting> common, LossSpec lose)
{
    private readonly Dictionary<string, Scenario> _read = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">With these values the file is no scenario; a sentence.</exception>
    public Scenario Of(IReadOnlyList<Setting> settings)
    {
        var key = string.Join(", ", settings);
        if (_read.TryGetValue(key, out var known)) return known;
        var file = source.Read([.. common, .. settings]);
        var scenario = file.Scenario ?? throw new InvalidDataException($"with {key}: {file.Diagnostics.Errors[0]}");
        _read.Add(key, scenario);
        return scenario;
    }

    public IReadOnlyList<LostPlace> LossesOf(Rung rung) => lose.Of(Of(rung.Settings));

    /// <summary>What the machines cost that the pools are written with, US dollars an hour; null if one has no price.</summary>
    public double? DollarsOf(IReadOnlyList<Setting> settings)
    {
        var pools = Of(settings).Clusters.SelectMany(
            cluster => cluster.NodePools.Select(pool => (pool.Count, Price: new PoolLife(cluster.Name, pool).PricePerHour))).ToList();
        return pools.TrueForAll(pool => pool.Price is not null) ? pools.Sum(pool => pool.Count * pool.Price!.Value) : null;
    }
}
