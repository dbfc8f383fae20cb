using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>What the specs of all controllers have in common.</summary>
internal static class SpecReader
{
    /// <summary>Reads spec; what it would be if it were empty where it is absent.</summary>
    public static T ReadSpec<T>(this FieldReader @object, Func<FieldReader, T> read, T otherwise)
        where T : class =>
        @object.Optional("spec")?.Read(read) ?? otherwise;

    /// <summary>1 where absent.</summary>
    public static int Replicas(this FieldReader spec) => spec.Integer("replicas", 1);

    public static ReplicaStatus Status(this FieldReader @object) =>
        @object.Object("status", ReadStatus) ?? new ReplicaStatus();

    private static ReplicaStatus ReadStatus(FieldReader fields) => new()
    {
        Replicas = fields.Integer("replicas"),
        FullyLabeledReplicas = fields.Integer("fullyLabeledReplicas"),
        ObservedGeneration = fields.Long("observedGeneration"),
    };
}
