using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>
/// An object as the API server had it stored for a client from outside: named, defaulted and judged already. It takes effect at once.
/// </summary>
/// <param name="Object">Whole, whatever its parts.</param>
/// <param name="Parts">What of it the client has changed; all of it where the object is new.</param>
public sealed record StoreOperation(ApiObject Object, StoredParts Parts) : OperationSpec
{
    public override string Title => $"store {Object.Kind} {Object.Key}";
}

/// <summary>An object that a client from outside had removed; it is gone at once.</summary>
public sealed record RemoveOperation(string Kind, ObjectKey Key) : OperationSpec
{
    public override string Title => $"remove {Kind} {Key}";
}

/// <summary>Parts of an object: those that are not written stay the very instances that they are.</summary>
[Flags]
public enum StoredParts
{
    /// <summary>Labels, annotations, deletion and the like.</summary>
    Metadata = 1,

    /// <summary>What is wanted, but for a template of pods.</summary>
    Spec = 2,

    /// <summary>The template of the pods that it makes.</summary>
    Template = 4,

    Status = 8,

    All = Metadata | Spec | Template | Status,
}
