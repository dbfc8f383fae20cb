using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 Node.</summary>
internal static class NodeReader
{
    public static Node Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Cluster);
        var spec = fields.Object("spec", node => ReadSpec(node, metadata.Annotations))
            ?? new NodeSpec { Taints = TaintReader.ReadTaints(metadata.Annotations) };
        return new Node
        {
            Metadata = metadata,
            Spec = spec,
            Status = fields.Object("status", ReadStatus) ?? new NodeStatus(),
        };
    }

    private static NodeSpec ReadSpec(FieldReader fields, LabelSet annotations) => new()
    {
        Unschedulable = fields.Flag("unschedulable"),
        Taints = TaintReader.ReadTaints(annotations, fields),
    };

    /// <summary>Capacity stands in for allocatable where that is absent; an empty one is kept (SetDefaults_NodeStatus).</summary>
    private static NodeStatus ReadStatus(FieldReader fields)
    {
        var capacity = fields.Optional("capacity")?.Amounts() ?? ResourceList.Empty;
        return new NodeStatus
        {
            Capacity = capacity,
            Allocatable = fields.Optional("allocatable")?.Amounts() ?? capacity,
            Conditions = fields.List("conditions", ConditionReader.Read),
            Images = fields.List("images", ReadImage),
            KubeletVersion = fields.Object("nodeInfo", info => info.Text("kubeletVersion")) ?? "",
        };
    }

    private static ContainerImage ReadImage(FieldReader fields) => new(fields.Texts("names"), fields.Long("sizeBytes"));
}
