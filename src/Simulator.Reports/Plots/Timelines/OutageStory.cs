using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>What came of one outage, in seconds since the start of the run; null: it never came to it.</summary>
internal sealed class OutageStory
{
    private readonly NodeLife[] _hit;
    private readonly PodLife[] _started;

    /// <param name="until">When the next outage begins, or the run ends.</param>
    public OutageStory(RunRecorder run, OutageLife outage, TimeSpan until)
    {
        Outage = outage;
        _hit = [.. run.Nodes.Where(node => ReferenceEquals(node.Outage, outage))];
        Weak = Own(run.OutageFacts.Weak, until);
        Failing = Own(run.Totals.Failing, until);
        var isFirst = until == outage.StartedAt;
        FoundWeak = isFirst || run.OutageFacts.Weak.All.Any(IsOlder);
        FoundFailing = isFirst || run.Totals.Failing.All.Any(IsOlder);
        var healed = Weak is [.., { To: { } last }] ? last : run.Scenario.Duration;
        _started = Weak.Count == 0
            ? []
            : [.. run.NewPods.Where(pod => pod.Owner.Length > 0 && pod.CreatedAt > outage.StartedAt && pod.CreatedAt <= healed)];
        var hit = run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == outage.Cluster) ?? run.Scenario.Clusters[0];
        EvictionTimeout = hit.Version.Evictions.DelayOf(hit.ControllerManager).TotalSeconds;
    }

    public OutageLife Outage { get; }

    public double At => Outage.StartedAt.TotalSeconds;

    public bool HasNodes => _hit.Length > 0;

    public double EvictionTimeout { get; }

    /// <summary>While something was below full strength; the last one may last to the end of the run.</summary>
    public IReadOnlyList<Spell> Weak { get; }

    /// <summary>While requests failed.</summary>
    public IReadOnlyList<Spell> Failing { get; }

    /// <summary>
    /// Something was below full strength already when it began, or another outage began in the same moment: what follows belongs to another
    /// story.
    /// </summary>
    public bool FoundWeak { get; }

    /// <summary>The same of requests that failed.</summary>
    public bool FoundFailing { get; }

    public int NodesMarked => _hit.Count(node => MarkedOf(node) is not null);

    public int NodesEvicted => _hit.Count(node => node.FirstEvictedAt is not null);

    /// <summary>Their objects were deleted, and their pods with them.</summary>
    public int NodesRemoved => _hit.Count(node => node.RemovedAt is not null);

    public int PodsEvicted => _hit.Sum(node => node.PodsEvicted);

    public int PodsStarted => _started.Length;

    public int PodsReady => _started.Count(pod => pod.ReadyAt is not null);

    public LaneBar? Marked => Span(_hit.Min(MarkedOf), _hit.Max(MarkedOf));

    public LaneBar? EndpointsRemoved => Span(Outage.FirstEndpointsShrunkAt, Outage.LastEndpointsShrunkAt);

    public LaneBar? Evicted => Span(_hit.Min(node => node.FirstEvictedAt), _hit.Max(node => node.LastEvictedAt));

    /// <summary>From the first replacement's creation to the last one's readiness.</summary>
    public LaneBar? Started =>
        Span(_started.Min(pod => (TimeSpan?)pod.CreatedAt), _started.Max(pod => (TimeSpan?)(pod.ReadyAt ?? pod.CreatedAt)));

    private Spell[] Own(Spells spells, TimeSpan until) =>
        [.. spells.All.Where(spell => spell.From >= Outage.StartedAt && spell.From < until)];

    private bool IsOlder(Spell spell) => spell.From < Outage.StartedAt && (spell.To is not { } to || to > Outage.StartedAt);

    /// <summary>A marking from before the outage is a false alarm.</summary>
    private TimeSpan? MarkedOf(NodeLife node) => node.MarkedAt >= Outage.StartedAt ? node.MarkedAt : null;

    private static LaneBar? Span(TimeSpan? first, TimeSpan? last) =>
        first is { } from && last is { } to ? new LaneBar(from.TotalSeconds, to.TotalSeconds) : null;
}
