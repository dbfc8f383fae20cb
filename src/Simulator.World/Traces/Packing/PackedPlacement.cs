namespace Simulator.World.Traces.Packing;

/// <summary>
/// Places by a packing policy, with every graphics processor counted on its own: a share fits only on one device, as on real machines.
/// </summary>
public sealed class PackedPlacement : IPlacement
{
    private readonly IPackingPolicy _policy;
    private readonly Machine[] _machines;
    private readonly Dictionary<string, Machine> _byName;
    private readonly List<Machine> _fitting = [];

    public PackedPlacement(IPackingPolicy policy, IEnumerable<TraceNode> nodes)
    {
        _policy = policy;
        _machines = [.. nodes.OrderBy(node => node.Name, StringComparer.Ordinal).Select(node => new Machine(node))];
        _byName = _machines.ToDictionary(machine => machine.Name, StringComparer.Ordinal);
    }

    public string? Place(LivePod pod)
    {
        _fitting.Clear();
        foreach (var machine in _machines)
        {
            if (machine.Fits(pod.Trace)) _fitting.Add(machine);
        }

        if (_fitting.Count == 0) return null;
        var chosen = _policy.Choose(_fitting, pod.Trace);
        pod.Devices = Devices(chosen, pod.Trace);
        chosen.Add(pod.Trace, pod.Devices);
        return chosen.Name;
    }

    public void Remove(LivePod pod) => _byName[pod.Node].Remove(pod.Trace, pod.Devices ?? []);

    /// <summary>Of a share the fullest device that has it, otherwise the first that are idle.</summary>
    private static int[] Devices(Machine machine, TracePod pod)
    {
        var free = machine.FreeGpus;
        var chosen = new List<int>(pod.Gpus);
        for (var i = 0; i < free.Length && pod.Gpus > 0; i++)
        {
            if (free[i] < pod.MilliGpu) continue;
            if (chosen.Count < pod.Gpus) chosen.Add(i);
            else if (pod.Gpus == 1 && free[i] < free[chosen[0]]) chosen[0] = i;
        }

        return [.. chosen];
    }
}
