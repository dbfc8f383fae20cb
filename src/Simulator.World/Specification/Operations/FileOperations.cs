using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>Something done with manifests.</summary>
public abstract record FileOperation(IReadOnlyList<ApiObject> Objects) : OperationSpec;

/// <summary>Creates the objects that are not there and merges the others' manifests into them (kubectl apply).</summary>
/// <param name="Objects">With the manifest that each came from (<c>LastApplied</c>); one without speaks for all its fields.</param>
public sealed record ApplyOperation(IReadOnlyList<ApiObject> Objects) : FileOperation(Objects)
{
    public override string Title => $"apply {ObjectsInWords.Of(Objects)}";
}

/// <summary>Creates objects, and fails for those that are there (kubectl create).</summary>
public sealed record CreateOperation(IReadOnlyList<ApiObject> Objects) : FileOperation(Objects)
{
    public override string Title => $"create {ObjectsInWords.Of(Objects)}";
}

/// <summary>Writes whole objects over those that are there (kubectl replace).</summary>
public sealed record ReplaceOperation(IReadOnlyList<ApiObject> Objects) : FileOperation(Objects)
{
    /// <summary>They are deleted and created anew (--force).</summary>
    public bool Force { get; init; }

    /// <summary>With force: what they have made is taken away, too.</summary>
    public bool Cascade { get; init; }

    public override string Title => $"replace {ObjectsInWords.Of(Objects)}{(Force ? " by force" : "")}";
}

internal static class ObjectsInWords
{
    public static string Of(IReadOnlyList<ApiObject> objects) =>
        objects.Count == 1 ? $"{objects[0].Kind} {objects[0].Key}" : $"{objects.Count} objects";
}
