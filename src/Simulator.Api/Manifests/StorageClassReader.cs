using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>storage.k8s.io/v1 StorageClass.</summary>
internal static class StorageClassReader
{
    public static StorageClass Read(FieldReader fields)
    {
        fields.Skip("parameters", "mountOptions", "allowVolumeExpansion");
        return new StorageClass
        {
            Metadata = MetaReader.Read(fields, Scope.Cluster),
            Provisioner = fields.Text("provisioner"),
            VolumeBindingMode = fields.Text("volumeBindingMode"),
            ReclaimPolicy = fields.Text("reclaimPolicy"),
            AllowedTopologies = fields.List("allowedTopologies", ReadTerm),
        };
    }

    private static TopologySelectorTerm ReadTerm(FieldReader fields) => new(fields.List("matchLabelExpressions", ReadLabel));

    private static SelectorRequirement ReadLabel(FieldReader fields) => new(fields.Text("key"), "In", fields.Texts("values"));
}
