using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>When a toleration covers a taint (ToleratesTaint of 1.20): an empty key or effect stands for any.</summary>
public static class Tolerance
{
    public const string NoSchedule = "NoSchedule";

    public const string NoExecute = "NoExecute";

    public const string PreferNoSchedule = "PreferNoSchedule";

    /// <summary>A taint of another effect is a wish, and nothing more.</summary>
    public static bool KeepsAway(Taint taint) => taint.Effect is NoSchedule or NoExecute;

    public static bool Covers(IReadOnlyList<Toleration> tolerations, Taint taint)
    {
        foreach (var toleration in tolerations)
        {
            if (Covers(toleration, taint)) return true;
        }

        return false;
    }

    public static bool Covers(Toleration toleration, Taint taint)
    {
        if (toleration.Effect.Length != 0 && toleration.Effect != taint.Effect) return false;
        if (toleration.Key.Length != 0 && toleration.Key != taint.Key) return false;
        return toleration.Operator switch
        {
            "" or "Equal" => toleration.Value == taint.Value,
            "Exists" => true,
            _ => false,
        };
    }
}
