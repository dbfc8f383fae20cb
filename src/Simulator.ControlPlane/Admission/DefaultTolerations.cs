using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// How long every pod tolerates a node that is not ready or cannot be reached (plugin/pkg/admission/defaulttolerationseconds of 1.20).
/// </summary>
public static class DefaultTolerations
{
    private const long Seconds = 300;

    private static readonly Toleration[] Defaults =
    [
        Tolerates("node.kubernetes.io/not-ready"), Tolerates("node.kubernetes.io/unreachable"),
    ];

    /// <summary>The same spec if the pod says something itself about both; an empty key or effect stands for all.</summary>
    public static PodSpec Apply(PodSpec spec)
    {
        if (spec.Tolerations.IsBroken) return spec;
        var own = spec.Tolerations.Value ?? [];
        Toleration[] missing = [.. Defaults.Where(added => !own.Any(toleration => SaysItself(toleration, added)))];
        return missing.Length == 0 ? spec : spec with { Tolerations = new Parsed<IReadOnlyList<Toleration>>([.. own, .. missing]) };
    }

    private static bool SaysItself(Toleration toleration, Toleration added) =>
        (toleration.Key == added.Key || toleration.Key.Length == 0) && (toleration.Effect == added.Effect || toleration.Effect.Length == 0);

    private static Toleration Tolerates(string key) => new(key, "Exists", "", "NoExecute") { Seconds = Seconds };
}
