using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>Another image (kubectl set image).</summary>
/// <param name="Container">Null: the first one, or the only one; * = all.</param>
public sealed record SetImageOperation(string Kind, ObjectKey Key, string Image, string? Container) : OperationSpec
{
    /// <summary>Kinds that have a pod spec; the API server refuses PetSets and Jobs.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "DaemonSet", "Deployment", "Job", "PetSet", "Pod", "ReplicaSet", "ReplicationController",
    ];

    public override string Title => $"set image of {Kind} {Key} to {Image}";
}
