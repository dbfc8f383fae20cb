using Simulator.ControlPlane.Scheduling.Extensions;
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

    /// <summary>Somebody's own who decides in the place of the scores; null: nobody.</summary>
    public IOwnRule<INodeChoice>? Chooser { get; init; }

    /// <summary>The same as one scheduler has made it for itself.</summary>
    public INodeChoice? Choice { get; init; }

    /// <summary>HTTP extenders, the same for all profiles of a scheduler; they are made where it is.</summary>
    public IReadOnlyList<NodeExtender> Extenders { get; init; } = [];

    /// <summary>The rules in it that are nobody's but the user's, each by its title.</summary>
    public IEnumerable<string> OwnTitles =>
    [
        .. Filters.OfType<OwnFilter>().Select(filter => filter.Rule.Title),
        .. Scores.Select(score => score.Score).OfType<OwnScore>().Select(score => score.Rule.Title),
        .. Chooser is { } chooser ? new[] { chooser.Title } : [],
    ];

    /// <summary>The default provider's.</summary>
    public static Profile Default(PluginSettings settings) => new()
    {
        Settings = settings,
        PreFilters = [.. PluginTable.PreFilter.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        Filters = [.. PluginTable.Filter.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        PreScores = [.. PluginTable.PreScore.Where(entry => entry.IsDefault).Select(entry => entry.Make(settings))],
        Scores = [.. PluginTable.Score.Where(entry => entry.IsDefault).Select(entry => WeightedScore.Of(entry, settings))],
    };

    /// <summary>With rules of somebody's own made for one scheduler, which they may remember things of.</summary>
    /// <exception cref="ArgumentException">A rule does not take its settings; the message says why.</exception>
    public Profile ForOneScheduler()
    {
        if (!OwnTitles.Any()) return this;
        var there = new Dictionary<string, object>(StringComparer.Ordinal);
        IFilter[] filters = [.. Filters.Select(filter => filter is OwnFilter own ? own.Rule.Make(there) : filter)];
        WeightedScore[] scores =
            [.. Scores.Select(score => score.Score is OwnScore own ? score with { Score = own.Rule.Make(there) } : score)];
        return this with
        {
            Filters = filters,
            Scores = scores,
            PreScores = [.. PreScores, .. scores.Select(score => score.Score).OfType<IPreScore>()],
            Choice = Chooser?.Make(there),
        };
    }
}

public sealed record WeightedScore(IScore Score, long Weight, INormalize? Normalize)
{
    public string Name => Score.Name;

    public static WeightedScore Of(PluginEntry<IScore> entry, PluginSettings settings) =>
        new(entry.Make(settings), entry.Weight, entry.Normalize);
}
