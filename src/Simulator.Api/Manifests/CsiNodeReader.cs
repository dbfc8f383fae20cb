using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>storage.k8s.io/v1 CSINode.</summary>
internal static class CsiNodeReader
{
    public static CsiNode Read(FieldReader fields) => new()
    {
        Metadata = MetaReader.Read(fields, Scope.Cluster),
        Drivers = fields.Object("spec", spec => spec.List("drivers", ReadDriver)) ?? [],
    };

    private static CsiDriver ReadDriver(FieldReader fields)
    {
        fields.Skip("nodeID", "topologyKeys");
        return new CsiDriver(fields.Text("name"), fields.Object("allocatable", ReadCount)?.Value);
    }

    private static Count ReadCount(FieldReader fields) => new(fields.Optional("count")?.Integer(int.MinValue, int.MaxValue));

    private sealed record Count(int? Value);
}
