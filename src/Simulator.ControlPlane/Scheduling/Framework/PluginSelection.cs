using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Normalize;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>Which plug-ins a profile has, point by point, in their order.</summary>
public sealed record PluginSelection
{
    /// <summary>The default provider's.</summary>
    public static readonly PluginSelection Default = new()
    {
        PreFilter = [.. PluginTable.PreFilter.Where(entry => entry.IsDefault).Select(entry => entry.Name)],
        Filter = [.. PluginTable.Filter.Where(entry => entry.IsDefault).Select(entry => entry.Name)],
        PreScore = [.. PluginTable.PreScore.Where(entry => entry.IsDefault).Select(entry => entry.Name)],
        Score = [.. PluginTable.Score.Where(entry => entry.IsDefault).Select(entry => new PluginWeight(entry.Name, entry.Weight))],
        PostFilter = [PluginNames.DefaultPreemption],
    };

    public IReadOnlyList<string> PreFilter { get; init; } = [];

    public IReadOnlyList<string> Filter { get; init; } = [];

    public IReadOnlyList<string> PostFilter { get; init; } = [];

    public IReadOnlyList<string> PreScore { get; init; } = [];

    public IReadOnlyList<PluginWeight> Score { get; init; } = [];

    /// <exception cref="KeyNotFoundException">A name is not registered at its point.</exception>
    /// <param name="own">Plug-ins that somebody brings along.</param>
    public Profile ToProfile(string schedulerName, PluginSettings settings, IOwnPlugins? own = null) => new()
    {
        SchedulerName = schedulerName,
        Settings = settings,
        PreFilters = [.. PreFilter.Select(name => Find(PluginTable.PreFilter, name).Make(settings))],
        Filters =
        [
            .. Filter.Select(name => own?.Filter(name) is { } rule
                ? new OwnFilter(name, rule)
                : Find(PluginTable.Filter, name).Make(settings)),
        ],
        PreScores = [.. PreScore.Select(name => Find(PluginTable.PreScore, name).Make(settings))],
        Scores =
        [
            .. Score.Select(score => own?.Score(score.Name) is { } rule
                ? new WeightedScore(new OwnScore(score.Name, rule), score.Weight, new IntoRange())
                : WeightedScore.Of(Find(PluginTable.Score, score.Name), settings) with { Weight = score.Weight }),
        ],
        Preempts = PostFilter.Count > 0,
    };

    private static PluginEntry<T> Find<T>(IReadOnlyList<PluginEntry<T>> table, string name) =>
        table.FirstOrDefault(entry => entry.Name == name) ?? throw new KeyNotFoundException(name);
}

public sealed record PluginWeight(string Name, long Weight);
