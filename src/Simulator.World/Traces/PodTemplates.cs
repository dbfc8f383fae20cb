using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>Makes the pods that a scheduler sees. Those that ask for the same share one spec, as pods of one template do.</summary>
internal sealed class PodTemplates
{
    /// <summary>A trace of which every pod asks for something else would fill the memory.</summary>
    private const int Max = 50_000;

    private readonly Dictionary<(long MilliCpu, long Memory, int Gpus, string Models), PodSpec> _specs = [];

    public Pod Make(TracePod pod, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = name },
        Spec = SpecOf(pod),
    };

    private PodSpec SpecOf(TracePod pod)
    {
        var models = pod.GpuModels.Count == 0 ? "" : string.Join('|', pod.GpuModels);
        var key = (pod.MilliCpu, pod.Memory, pod.Gpus, models);
        if (_specs.TryGetValue(key, out var spec)) return spec;
        if (_specs.Count >= Max) _specs.Clear();
        _specs.Add(key, spec = New(pod));
        return spec;
    }

    private static PodSpec New(TracePod pod)
    {
        var requests = Requests(pod);
        return new PodSpec
        {
            Containers = [new Container { Name = "main", Image = "main", Requests = requests }],
            RestartPolicy = "Never",
            Affinity = pod.GpuModels.Count == 0 ? default(Parsed<Affinity>) : OnModels(pod.GpuModels),
        };
    }

    /// <summary>Neither version knows a share of a graphics processor: who asks for one takes it whole.</summary>
    private static ResourceList Requests(TracePod pod)
    {
        var amounts = new List<(string Name, Quantity Amount)>
        {
            (ResourceNames.Cpu, Quantity.FromMilli(pod.MilliCpu)),
            (ResourceNames.Memory, Quantity.FromUnits(pod.Memory)),
        };
        if (pod.Gpus > 0)
        {
            amounts.Add((ResourceNames.NvidiaGpu, Quantity.FromUnits(pod.Gpus)));
            amounts.Add((TraceNode.DeviceResource, Quantity.FromUnits(pod.Gpus)));
        }

        return ResourceList.Of([.. amounts]);
    }

    private static Affinity OnModels(IReadOnlyList<string> models) => new()
    {
        NodeAffinity = new NodeAffinity
        {
            Required = new NodeSelector([new NodeSelectorTerm([new SelectorRequirement(TraceNode.ModelLabel, "In", models)])]),
        },
    };
}
