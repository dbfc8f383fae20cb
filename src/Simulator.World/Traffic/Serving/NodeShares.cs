using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Load;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>
/// The CPU of machines whose pods want more than there is: each gets its share by what its containers request (cgroup cpu.shares), and what
/// one does not want is the others'.
/// </summary>
/// <remarks>Only pods with a load of their own count; a machine on which they cannot want too much costs nothing.</remarks>
internal sealed class NodeShares(TrafficRouter router, ClusterSpec cluster) : ICallback
{
    /// <summary>The kernel's period of CPU quotas: nobody is told sooner.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>A change by less of a share is none.</summary>
    private const double Precision = 0.01;

    private readonly Dictionary<SimulatedNode, Machine> _machines = [];
    private readonly List<Machine> _touched = [];
    private int _narrow;

    public void Add(Backend backend)
    {
        if (backend is not { Node: { } node, Profile: { } }) return;
        if (!_machines.TryGetValue(node, out var machine)) _machines.Add(node, machine = new Machine(CapacityOf(node)));
        machine.Pods.Add(backend);
        Weigh(machine, backend.MilliCpuMax);
    }

    public void Remove(Backend backend)
    {
        if (backend.Node is not { } node || !_machines.TryGetValue(node, out var machine) || !machine.Pods.Remove(backend)) return;
        Weigh(machine, -backend.MilliCpuMax);
        Touch(machine);
    }

    /// <summary>What pods of these groups want may have changed.</summary>
    public void OnChanged(IReadOnlyList<PodGroup> groups)
    {
        if (_narrow == 0) return;
        foreach (var group in groups)
        {
            if (Math.Abs(group.MilliCpuWished - group.MilliCpuTold) <= Precision * group.MilliCpuTold) continue;
            group.MilliCpuTold = group.MilliCpuWished;
            foreach (var backend in group.Members)
            {
                if (backend.Node is { } node && _machines.TryGetValue(node, out var machine)) Touch(machine);
            }
        }
    }

    void ICallback.Invoke(long payload)
    {
        foreach (var machine in _touched)
        {
            machine.IsTouched = false;
            Share(machine);
        }

        _touched.Clear();
    }

    private void Weigh(Machine machine, double change)
    {
        if (machine.IsNarrow) _narrow--;
        machine.Most += change;
        if (machine.IsNarrow) _narrow++;
    }

    private void Touch(Machine machine)
    {
        if (machine.IsTouched || !(machine.IsNarrow || machine.IsContended)) return;
        machine.IsTouched = true;
        _touched.Add(machine);
        if (_touched.Count == 1) router.Simulation.Schedule(Period, this);
    }

    private void Share(Machine machine)
    {
        var wishes = machine.Pods.Select(pod => new CpuWish(pod.MilliCpuWished, pod.MilliCpuRequest)).ToArray();
        var given = CpuShares.Of(machine.MilliCpu, wishes);
        machine.IsContended = given is not null;
        for (var i = 0; i < wishes.Length; i++)
        {
            var pod = machine.Pods[i];
            var most = given is null || given[i] >= wishes[i].MilliCpu ? pod.MilliCpuLimit : given[i];
            if (most == pod.MilliCpuMost || Math.Abs(most - pod.MilliCpuMost) <= Precision * Math.Min(most, pod.MilliCpuMost)) continue;
            pod.MilliCpuMost = most;
            foreach (var service in pod.Services) router.Recount(service);
        }
    }

    private double CapacityOf(SimulatedNode node)
    {
        var pool = cluster.NodePools.FirstOrDefault(pool => pool.Name == node.Pool);
        return pool is not null && pool.Capacity.TryGet(ResourceNames.Cpu, out var cpu) ? cpu.MilliValue : double.PositiveInfinity;
    }

    private sealed class Machine(double milliCpu)
    {
        public double MilliCpu => milliCpu;

        public List<Backend> Pods { get; } = [];

        /// <summary>Thousandths of a core that its pods want at most.</summary>
        public double Most { get; set; }

        /// <summary>Its pods can want more than it has.</summary>
        public bool IsNarrow => Most > milliCpu;

        public bool IsContended { get; set; }

        public bool IsTouched { get; set; }
    }
}
