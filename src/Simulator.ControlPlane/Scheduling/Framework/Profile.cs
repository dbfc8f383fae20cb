using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>Which plug-ins work for the pods of one scheduler name, in which order, with which weights and arguments.</summary>
public sealed record Profile
{
    public const string DefaultName = "default-scheduler";

    public string SchedulerName { get; init; } = DefaultName;

    public PluginSettings Settings { get; init; } = new();

    public required IReadOnlyList<IPreFilter> PreFilters { get; init; }

    public required IReadOnlyList<IFilter> Filters { get; init; }

    public required IReadOnlyList<IPreScore> PreScores { get; init; }

    public required IReadOnlyList<WeightedScore> Scores { get; init; }

    /// <summary>Room is made for pods that fit nowhere.</summary>
    public bool Preempts { get; init; } = true;

    /// <summary>The default provider's.</summary>
    public static Profile Default(PluginSettings settings) => new()
    {
        Settings = settings,
        PreFilters = [.. PluginTable.PreFilter.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        Filters = [.. PluginTable.Filter.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        PreScores = [.. PluginTable.PreScore.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        Scores = [.. PluginTable.Score.Where(entry => entry.IsDefault).Select(entry => WeightedScore.Of(entry, settings))],
    };
}

public sealed record WeightedScore(IScore Score, long Weight, INormalize? Normalize)
{
    public string Name => Score.Name;

    public static WeightedScore Of(PluginEntry<IScore> entry, PluginSettings settings) =>
        new(entry.Make(settings), entry.Weight, entry.Normalize);
}
