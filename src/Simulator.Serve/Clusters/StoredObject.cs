using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters;

/// <summary>A simulated object as it is stored; its document is written when somebody asks.</summary>
internal sealed class StoredObject(ApiObject value, Func<ApiObject, JsonObject> write) : StoredDocument
{
    public override JsonObject Json => write(value);

    protected override bool IsFleeting => value is Node;

    public override string? Label(string key) => value.Metadata.Labels.TryGetValue(key, out var label) ? label : null;

    public override string? Field(string name) => (name, value) switch
    {
        ("metadata.name", _) => value.Name,
        ("metadata.namespace", _) => value.Namespace,
        ("spec.nodeName" or "spec.host", Pod pod) => pod.NodeName,
        ("status.phase", Pod pod) => pod.Status.Phase.ToString(),
        _ => null,
    };
}
