using Simulator.Api.Documents;

namespace Simulator.Api.Ownership;

/// <summary>Of whom an object says that it owns it.</summary>
/// <param name="Kind">StatefulSets are PetSets here.</param>
internal readonly record struct OwnerClaim(string Kind, string Name, string Uid)
{
    public static OwnerClaim From(SourceMapping reference)
    {
        var kind = TextOf(reference, "kind");
        return new OwnerClaim(kind == "StatefulSet" ? "PetSet" : kind, TextOf(reference, "name"), TextOf(reference, "uid"));
    }

    private static string TextOf(SourceMapping mapping, string key) => (mapping[key] as SourceScalar)?.Text ?? "";
}
