using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>How many pods of a list are available: ready for long enough, active, and selected by one of some ReplicaSets.</summary>
public sealed class AvailableCount
{
    private IReadOnlyList<ApiObject>? _pods;
    private PodSelector[] _sets = [];
    private int _count;

    /// <summary>
    /// As <see cref="Plain"/>. A list that has come before is not counted again: every deployment lists its pods every 30 s, and counting
    /// them anew is 13 % of large-deployments. It depends on the time only where there is a time to wait for.
    /// </summary>
    /// <param name="pods">Never changed once it was given.</param>
    public int Of(IReadOnlyList<ApiObject> pods, PodSelector[] sets, TimeSpan minReady, Instant now)
    {
        if (minReady != TimeSpan.Zero) return Plain(pods, sets, minReady, now);
        if (ReferenceEquals(pods, _pods) && sets.AsSpan().SequenceEqual(_sets)) return _count;
        (_pods, _sets, _count) = (pods, sets, Plain(pods, sets, minReady, now));
        return _count;
    }

    /// <summary>Pods of equal labels come side by side: selectors are asked once for each run of them.</summary>
    public static int Plain(IReadOnlyList<ApiObject> pods, PodSelector[] sets, TimeSpan minReady, Instant now)
    {
        var (available, isOwned) = (0, false);
        LabelSet? labels = null;
        for (var i = 0; i < pods.Count; i++)
        {
            var pod = (Pod)pods[i];
            if (!ReferenceEquals(labels, pod.Metadata.Labels)) isOwned = IsSelected(labels = pod.Metadata.Labels, sets);
            if (isOwned && pod.IsActive && Availability.Of(pod, minReady, now)) available++;
        }

        return available;
    }

    private static bool IsSelected(LabelSet labels, PodSelector[] sets)
    {
        foreach (var set in sets)
        {
            if (set.Matches(labels)) return true;
        }

        return false;
    }
}
