using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>Says which templates are worth <see cref="SpreadGroups"/> of their own, and bounds what all of them hold.</summary>
internal sealed class SpreadRoom(SchedulerCache cache, FastLimits limits)
{
    /// <summary>
    /// Groups cost as much as the marks of one node in so many: a template gets them once it has marked that many in all its decisions, so
    /// that their memory grows with the decisions, not with templates and nodes.
    /// </summary>
    public const int Share = 16;

    private readonly Queue<SpreadScore> _holders = new();

    /// <param name="marks">Of the next decision.</param>
    /// <param name="marked">By the template, in its decisions so far.</param>
    public bool IsWorthIt(int marks, long marked, int nodes) => marks > limits.SpreadKeptFrom && marks + marked > nodes / Share;

    /// <summary>Where there is no more room, whose are the oldest hands them on.</summary>
    public SpreadGroups Make(SpreadScore holder, SpreadTarget target, Shape shape)
    {
        var isFull = (_holders.Count + 1L) * cache.Nodes.Count > limits.SpreadNodes;
        var left = isFull && _holders.TryDequeue(out var oldest) ? oldest.LetGroupsGo() : null;
        _holders.Enqueue(holder);
        return new SpreadGroups(target, shape, cache, left ?? new NodeGroups(0));
    }
}
