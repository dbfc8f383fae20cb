using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>Another number of replicas; of a Job, its parallelism (kubectl scale).</summary>
public sealed record ScaleOperation(string Kind, ObjectKey Key, int Replicas) : OperationSpec
{
    /// <summary>Kinds that have replicas. kubectl 1.3 scales no PetSets: a patch of spec.replicas does.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Deployment", "Job", "PetSet", "ReplicaSet", "ReplicationController"];

    /// <summary>Only if it has so many; null = whatever it has.</summary>
    public int? CurrentReplicas { get; init; }

    public override string Title => $"scale {Kind} {Key} to {Replicas}";
}
