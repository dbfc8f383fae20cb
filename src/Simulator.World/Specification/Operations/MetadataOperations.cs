using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>Sets and takes away labels (kubectl label).</summary>
/// <param name="Removed">Keys that go.</param>
public sealed record LabelOperation(string Kind, ObjectKey Key, LabelSet Labels, IReadOnlyList<string> Removed) : OperationSpec
{
    /// <summary>Also where another value stands; else that is an error.</summary>
    public bool Overwrite { get; init; }

    public override string Title => $"label {Kind} {Key} {PairsInWords.Of(Labels, Removed)}";
}

/// <summary>Sets and takes away annotations (kubectl annotate).</summary>
public sealed record AnnotateOperation(string Kind, ObjectKey Key, LabelSet Annotations) : OperationSpec
{
    /// <summary>Keys that go.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Also where another value stands; else that is an error.</summary>
    public bool Overwrite { get; init; }

    public override string Title => $"annotate {Kind} {Key} {PairsInWords.Of(Annotations, Removed)}";
}

/// <summary>Sets and takes away taints of a node (kubectl taint).</summary>
/// <param name="Removed">Keys that go, or KEY:EFFECT where taints of a key can have several effects.</param>
public sealed record TaintOperation(string Node, IReadOnlyList<Taint> Taints, IReadOnlyList<string> Removed) : OperationSpec
{
    /// <summary>Also where a taint of that key stands; else that is an error.</summary>
    public bool Overwrite { get; init; }

    public override string Title => $"taint {Node} {string.Join(' ', Taints.Select(Of).Concat(Removed.Select(key => $"{key}-")))}";

    private static string Of(Taint taint) => $"{taint.Key}={taint.Value}:{taint.Effect}";
}

internal static class PairsInWords
{
    public static string Of(LabelSet pairs, IReadOnlyList<string> removed) =>
        string.Join(',', pairs.Select(pair => $"{pair.Key}={pair.Value}").Concat(removed.Select(key => $"{key}-")));
}
