using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>How long a pod tolerates the NoExecute taints of its node (GetMatchingTolerations, getMinTolerationTime of 1.20).</summary>
/// <param name="Length">Zero or less: no time; null: for ever.</param>
internal readonly record struct ToleratedTime(TimeSpan? Length)
{
    /// <summary>The shortest of the tolerations that match, the first of each taint; null if some taint has none.</summary>
    public static ToleratedTime? Of(IReadOnlyList<Taint> taints, IReadOnlyList<Toleration> tolerations)
    {
        long? shortest = null;
        foreach (var taint in taints)
        {
            if (FirstFor(taint, tolerations) is not { } matched) return null;
            if (matched.Seconds is { } seconds && (shortest is null || seconds < shortest)) shortest = Math.Max(seconds, 0);
        }

        return new ToleratedTime(shortest is { } least ? TimeSpan.FromSeconds(least) : null);
    }

    private static Toleration? FirstFor(Taint taint, IReadOnlyList<Toleration> tolerations)
    {
        foreach (var toleration in tolerations)
        {
            if (Tolerance.Covers(toleration, taint)) return toleration;
        }

        return null;
    }
}
