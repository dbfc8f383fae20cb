namespace Simulator.Api;

/// <summary>What the specs of all controllers have in common.</summary>
internal static class SpecReader
{
    /// <summary>Reads spec; an error if it is absent, where errors are told.</summary>
    public static T ReadSpec<T>(this FieldReader @object, Func<FieldReader, T> read, T otherwise)
        where T : class
    {
        var spec = @object.Context.Validates ? @object.Required("spec") : @object.Optional("spec");
        return spec?.Read(read) ?? otherwise;
    }

    /// <summary>1 where absent.</summary>
    public static int Replicas(this FieldReader spec) => spec.Integer("replicas", 1, 0);

    public static ReplicaStatus Status(this FieldReader @object) =>
        @object.Object("status", ReadStatus) ?? new ReplicaStatus();

    private static ReplicaStatus ReadStatus(FieldReader fields) => new()
    {
        Replicas = fields.Integer("replicas"),
        FullyLabeledReplicas = fields.Integer("fullyLabeledReplicas"),
        ObservedGeneration = fields.Long("observedGeneration"),
    };
}
