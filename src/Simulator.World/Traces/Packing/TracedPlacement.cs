namespace Simulator.World.Traces.Packing;

/// <summary>Where the trace says, whatever is there: how full its machines were.</summary>
public sealed class TracedPlacement(IEnumerable<TraceNode> nodes) : IPlacement
{
    private readonly HashSet<string> _names = [.. nodes.Select(node => node.Name)];

    public string? Place(LivePod pod) => _names.Contains(pod.Trace.Node) ? pod.Trace.Node : null;

    public void Remove(LivePod pod)
    {
    }
}
