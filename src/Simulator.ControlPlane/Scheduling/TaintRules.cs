using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>When a toleration covers a taint (api.TolerationToleratesTaint of 1.3.10).</summary>
public static class TaintRules
{
    public const string PreferNoSchedule = "PreferNoSchedule";

    public static bool IsTolerated(Taint taint, IReadOnlyList<Toleration> tolerations)
    {
        foreach (var toleration in tolerations)
        {
            if (Tolerates(toleration, taint)) return true;
        }

        return false;
    }

    private static bool Tolerates(Toleration toleration, Taint taint)
    {
        if (toleration.Effect.Length != 0 && toleration.Effect != taint.Effect) return false;
        if (toleration.Key != taint.Key) return false;
        return toleration.Operator switch
        {
            "" or "Equal" => toleration.Value == taint.Value,
            "Exists" => true,
            _ => false,
        };
    }
}
