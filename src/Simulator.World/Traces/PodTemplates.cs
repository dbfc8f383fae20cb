using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>Makes the pods that a scheduler sees. Those that ask for the same share one spec, as pods of one template do.</summary>
public sealed class PodTemplates
{
    /// <summary>A trace of which every pod asks for something else would fill the memory.</summary>
    private const int Max = 50_000;

    private readonly Dictionary<(long MilliCpu, long Memory, int Gpus, string Models, bool Ends), PodSpec> _specs = [];

    /// <summary>What graphics processors are called: all that any version calls them, unless it is known which version it is.</summary>
    public IReadOnlyList<string> GpuNames { get; init; } = [ResourceNames.NvidiaGpu, TraceNode.DeviceResource];

    public Pod Make(TracePod pod, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = name },
        Spec = SpecOf(pod),
    };

    public PodSpec SpecOf(TracePod pod)
    {
        var models = pod.GpuModels.Count == 0 ? "" : string.Join('|', pod.GpuModels);
        var key = (pod.MilliCpu, pod.Memory, pod.Gpus, models, pod.Duration is not null);
        if (_specs.TryGetValue(key, out var spec)) return spec;
        if (_specs.Count >= Max) _specs.Clear();
        _specs.Add(key, spec = New(pod));
        return spec;
    }

    /// <summary>Who does not end is somebody's server.</summary>
    private PodSpec New(TracePod pod)
    {
        var gpus = Gpus(pod);
        IEnumerable<(string Name, Quantity Amount)> requests =
        [
            (ResourceNames.Cpu, Quantity.FromMilli(pod.MilliCpu)), (ResourceNames.Memory, Quantity.FromUnits(pod.Memory)), .. gpus,
        ];
        return new PodSpec
        {
            Containers =
            [
                new Container { Name = "main", Image = "main", Requests = ResourceList.Of([.. requests]), Limits = ResourceList.Of(gpus) },
            ],
            RestartPolicy = pod.Duration is null ? "Always" : "Never",
            Affinity = pod.GpuModels.Count == 0 ? default(Parsed<Affinity>) : OnModels(pod.GpuModels),
        };
    }

    /// <summary>No version knows a share of a graphics processor: who asks for one takes it whole.</summary>
    private (string Name, Quantity Amount)[] Gpus(TracePod pod) =>
        pod.Gpus == 0 ? [] : [.. GpuNames.Select(name => (name, Quantity.FromUnits(pod.Gpus)))];

    private static Affinity OnModels(IReadOnlyList<string> models) => new()
    {
        NodeAffinity = new NodeAffinity
        {
            Required = new NodeSelector([new NodeSelectorTerm([new SelectorRequirement(TraceNode.ModelLabel, "In", models)])]),
        },
    };
}
