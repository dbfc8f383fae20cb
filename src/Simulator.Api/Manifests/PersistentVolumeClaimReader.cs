using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 PersistentVolumeClaim, alone and as a template in a PetSet.</summary>
internal static class PersistentVolumeClaimReader
{
    public static PersistentVolumeClaim Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        fields.Skip("status");
        return fields.ReadSpec(ReadSpec, new PersistentVolumeClaim()) with { Metadata = metadata };
    }

    /// <summary>A template has no namespace: its claims live in that of the set.</summary>
    public static PersistentVolumeClaim ReadTemplate(FieldReader fields)
    {
        fields.Skip("apiVersion", "kind", "status");
        var metadata = MetaReader.Read(fields, Scope.Cluster);
        return fields.ReadSpec(ReadSpec, new PersistentVolumeClaim()) with { Metadata = metadata };
    }

    private static PersistentVolumeClaim ReadSpec(FieldReader fields) => new()
    {
        VolumeName = fields.Text("volumeName"),
        AccessModes = fields.Texts("accessModes"),

        // Limits of storage mean nothing.
        Requests = fields.Optional("resources")?.Read(amounts => amounts.ReadAmounts("requests")) ?? ResourceList.Empty,
        Selector = fields.Object("selector", SelectorReader.Read),
        StorageClassName = fields.Peek("storageClassName")?.Text(),
        VolumeMode = fields.Peek("volumeMode")?.Text() ?? "",
    };
}
