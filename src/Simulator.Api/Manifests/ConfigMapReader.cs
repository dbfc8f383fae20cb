using System.Text;
using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 ConfigMap.</summary>
internal static class ConfigMapReader
{
    public static ConfigMap Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        IReadOnlyList<KeyValuePair<string, SourceCursor>> data = fields.Optional("data")?.Entries() ?? [];
        return new ConfigMap
        {
            Metadata = metadata,
            Keys = [.. data.Where(entry => entry.Value.Node.IsNull
                || entry.Value.Text() is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal)],
            SizeBytes = data.Sum(entry => (long)Encoding.UTF8.GetByteCount((entry.Value.Node as SourceScalar)?.Text ?? "")),
        };
    }
}
