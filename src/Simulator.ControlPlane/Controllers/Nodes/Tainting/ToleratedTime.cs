using Simulator.Api;

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
            if (Matches(toleration, taint)) return toleration;
        }

        return null;
    }

    /// <summary>Without a key it matches all keys (Toleration.ToleratesTaint).</summary>
    private static bool Matches(Toleration toleration, Taint taint)
    {
        if (toleration.Effect.Length > 0 && toleration.Effect != taint.Effect) return false;
        if (toleration.Key.Length > 0 && toleration.Key != taint.Key) return false;
        return toleration.Operator switch
        {
            "" or "Equal" => toleration.Value == taint.Value,
            "Exists" => true,
            _ => false,
        };
    }
}
