using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>scheduling.k8s.io/v1 PriorityClass.</summary>
internal static class PriorityClassReader
{
    public static PriorityClass Read(FieldReader fields)
    {
        fields.Skip("description");
        return new PriorityClass
        {
            Metadata = MetaReader.Read(fields, Scope.Cluster),
            Value = fields.Integer("value"),
            IsGlobalDefault = fields.Flag("globalDefault"),
            PreemptionPolicy = fields.Text("preemptionPolicy"),
        };
    }
}
