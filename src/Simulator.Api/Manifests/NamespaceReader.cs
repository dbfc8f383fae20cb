using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 Namespace.</summary>
internal static class NamespaceReader
{
    public static Namespace Read(FieldReader fields) => new()
    {
        Metadata = MetaReader.Read(fields, Scope.Cluster),
        Finalizers = fields.Object("spec", spec => spec.Texts("finalizers")) is { Count: > 0 } finalizers
            ? finalizers
            : [Namespace.Finalizer],
        Phase = ReadPhase(fields),
    };

    private static NamespacePhase ReadPhase(FieldReader fields)
    {
        var phase = fields.Optional("status")?.Read(status => status.OneOf(
            "phase", nameof(NamespacePhase.Active), nameof(NamespacePhase.Active), nameof(NamespacePhase.Terminating)));
        return phase == nameof(NamespacePhase.Terminating) ? NamespacePhase.Terminating : NamespacePhase.Active;
    }
}
