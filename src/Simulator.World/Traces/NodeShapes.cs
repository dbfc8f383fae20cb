using System.Globalization;

namespace Simulator.World.Traces;

/// <summary>The kinds of machines that there are: says of a pod that it would not even fit on an empty one.</summary>
internal sealed class NodeShapes(IEnumerable<TraceNode> nodes)
{
    private readonly TraceNode[] _shapes =
    [
        .. nodes.GroupBy(node => (node.MilliCpu, node.Memory, node.Gpus, node.GpuModel)).Select(alike => alike.First()),
    ];

    /// <summary>Null: some machine would do if it were empty.</summary>
    public string? WhyNever(TracePod pod)
    {
        foreach (var shape in _shapes)
        {
            if (Fits(shape, pod)) return null;
        }

        return Reason(pod);
    }

    private static bool Fits(TraceNode shape, TracePod pod) =>
        shape.MilliCpu >= pod.MilliCpu && shape.Memory >= pod.Memory && shape.Gpus >= pod.Gpus && HasModel(shape, pod);

    private static bool HasModel(TraceNode shape, TracePod pod) =>
        pod.GpuModels.Count == 0 || pod.GpuModels.Contains(shape.GpuModel, StringComparer.Ordinal);

    private string Reason(TracePod pod)
    {
        if (_shapes.Length == 0) return "there is no node";
        if (!_shapes.Any(shape => HasModel(shape, pod))) return "no node has the GPU model that it asks for";
        if (_shapes.Max(shape => shape.MilliCpu) < pod.MilliCpu) return Largest("CPUs", _shapes.Max(shape => shape.MilliCpu) / 1000.0);
        if (_shapes.Max(shape => shape.Memory) < pod.Memory)
        {
            return Largest("GiB of memory", _shapes.Max(shape => shape.Memory) / (double)(1L << 30));
        }

        return _shapes.Max(shape => shape.Gpus) < pod.Gpus
            ? Largest("GPUs", _shapes.Max(shape => shape.Gpus))
            : "no node has all that it asks for, even if it were empty";
    }

    private static string Largest(string of, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"it asks for more {of} than the largest node has ({most:0.##})");
}
