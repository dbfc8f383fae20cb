using Simulator.Api;
using Simulator.World.Views;

namespace Simulator.World.Operations;

/// <summary>Pods of a cluster whose evictions a disruption budget refuses, and that somebody goes on trying to evict.</summary>
internal sealed class RefusedEvictions
{
    private const string Cause = "The disruption budget ";

    private readonly Dictionary<ObjectKey, RefusedEviction> _all = [];

    /// <summary>In name order.</summary>
    public IReadOnlyList<RefusedEviction> All => [.. _all.Values.OrderBy(entry => entry.Pod, StringComparer.Ordinal)];

    /// <param name="reason">As the API server gives it.</param>
    public void Add(Pod pod, string reason, TimeSpan now)
    {
        var at = reason.IndexOf(Cause, StringComparison.Ordinal);
        var why = (at < 0 ? reason : $"disruption budget {reason[(at + Cause.Length)..]}").TrimEnd('.');
        var before = _all.GetValueOrDefault(pod.Key);
        _all[pod.Key] = new RefusedEviction(pod.Key.ToString(), pod.NodeName, before?.Since ?? now, (before?.Tries ?? 0) + 1, why);
    }

    public void Remove(ObjectKey pod) => _all.Remove(pod);
}
