namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>What a predicate says of a pod on a node.</summary>
/// <param name="Reason">Why not, as the real scheduler words it in its FitError; null if the pod fits or an error came up.</param>
/// <param name="Error">A hard error, which aborts the whole pass; null otherwise.</param>
public readonly record struct Verdict(string? Reason, string? Error)
{
    public static readonly Verdict Fits = default;

    public bool IsFit => Reason is null && Error is null;

    public static Verdict Rejects(string reason) => new(reason, null);

    public static Verdict Fails(string error) => new(null, error);

    public static Verdict FitsIf(bool condition, string otherwise) => condition ? Fits : Rejects(otherwise);
}
