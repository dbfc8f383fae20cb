using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>A machine on which the pods of a trace are placed.</summary>
/// <param name="Memory">Bytes.</param>
/// <param name="GpuModel">"" if it has none, or nobody says.</param>
public sealed record TraceNode(string Name, long MilliCpu, long Memory, int Gpus = 0, string GpuModel = "")
{
    /// <summary>Label that tells the model of a node's graphics processors.</summary>
    public const string ModelLabel = "gpu-model";

    /// <summary>Name of graphics processors since device plug-ins (1.8); before it is <see cref="ResourceNames.NvidiaGpu"/>.</summary>
    public const string DeviceResource = "nvidia.com/gpu";

    /// <summary>What Alibaba's nodes call them, and their model.</summary>
    private const string CountResource = "alibabacloud.com/gpu-count";

    private const string CardLabel = "alibabacloud.com/gpu-card-model";

    /// <summary>A trace does not say how many pods a machine takes: more than any has.</summary>
    private const long PodsMax = 10_000;

    /// <summary>The node of a cluster; null: it is made of what the trace says.</summary>
    public Node? Object { get; init; }

    public Node ToNode() => Object ?? new Node
    {
        Metadata = new ObjectMeta { Name = Name, Labels = Labels() },
        Status = new NodeStatus
        {
            Capacity = Amounts(),
            Allocatable = Amounts(),
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True)],
        },
    };

    public static TraceNode Of(Node node)
    {
        var room = node.Status.Allocatable;
        var gpus = Math.Max(Math.Max(room.Value(ResourceNames.NvidiaGpu), room.Value(DeviceResource)), room.Value(CountResource));
        var labels = node.Metadata.Labels;
        return new TraceNode(
            node.Name, room.MilliValue(ResourceNames.Cpu), room.Value(ResourceNames.Memory), (int)Math.Min(gpus, int.MaxValue),
            labels.TryGetValue(ModelLabel, out var model) || labels.TryGetValue(CardLabel, out model) ? model : "")
        { Object = node };
    }

    private LabelSet Labels() => GpuModel.Length == 0
        ? LabelSet.Of((WellKnownLabels.Hostname, Name))
        : LabelSet.Of((WellKnownLabels.Hostname, Name), (ModelLabel, GpuModel));

    private ResourceList Amounts()
    {
        var amounts = new List<(string Name, Quantity Amount)>
        {
            (ResourceNames.Cpu, Quantity.FromMilli(MilliCpu)),
            (ResourceNames.Memory, Quantity.FromUnits(Memory)),
            (ResourceNames.Pods, Quantity.FromUnits(PodsMax)),
        };
        if (Gpus > 0)
        {
            amounts.Add((ResourceNames.NvidiaGpu, Quantity.FromUnits(Gpus)));
            amounts.Add((DeviceResource, Quantity.FromUnits(Gpus)));
        }

        return ResourceList.Of([.. amounts]);
    }
}
