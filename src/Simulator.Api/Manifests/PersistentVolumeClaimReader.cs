namespace Simulator.Api;

/// <summary>v1 PersistentVolumeClaim, alone and as a template in a PetSet.</summary>
internal static class PersistentVolumeClaimReader
{
    public static PersistentVolumeClaim Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        return fields.ReadSpec(ReadSpec, new PersistentVolumeClaim()) with { Metadata = metadata };
    }

    /// <summary>A template has no namespace: its claims live in that of the set.</summary>
    public static PersistentVolumeClaim ReadTemplate(FieldReader fields)
    {
        fields.Skip("apiVersion", "kind");
        var metadata = MetaReader.Read(fields, Scope.Cluster);
        return fields.ReadSpec(ReadSpec, new PersistentVolumeClaim()) with { Metadata = metadata };
    }

    private static PersistentVolumeClaim ReadSpec(FieldReader fields)
    {
        var claim = new PersistentVolumeClaim
        {
            VolumeName = fields.Text("volumeName"),
            AccessModes = fields.Texts("accessModes"),
            Requests = fields.Object("resources", resources => resources.Optional("requests")?.Resources() ?? ResourceList.Empty) ?? ResourceList.Empty,
            Selector = fields.Object("selector", SelectorReader.Read),
        };

        // Nothing binds claims yet; the scheduler follows those that name their volume.
        fields.NotActedUpon("accessModes", "resources", "selector");
        return claim;
    }
}
