namespace Simulator.Plugins;

/// <summary>What a predicate says of a pod on a node.</summary>
/// <param name="Reason">Why not, in a few words without names of pods or nodes: rejections are counted by it; null: the pod fits.</param>
public readonly record struct Fit(string? Reason)
{
    public static readonly Fit Yes = default;

    public static Fit No(string reason) => new(reason);
}
