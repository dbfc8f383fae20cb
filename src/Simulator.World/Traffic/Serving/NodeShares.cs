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
    private CpuWish[] _wishes = [];
    private int _narrow;

    public void Add(Backend backend)
    {
        if (backend is not { Node: { } node, Profile: { } }) return;
        if (!_machines.TryGetValue(node, out var machine)) _machines.Add(node, machine = new Machine(CapacityOf(node)));
        machine.Pods.Add(backend);
        backend.Machine = machine;
        Weigh(machine, backend.MilliCpuMax);
    }

    public void Remove(Backend backend)
    {
        if (backend.Machine is not { } machine || !machine.Pods.Remove(backend)) return;
        Weigh(machine, -backend.MilliCpuMax);
        Touch(machine);
    }

    /// <summary>What pods of these groups want may have changed.</summary>
    public void OnChanged(List<PodGroup> groups)
    {
        if (_narrow == 0) return;
        foreach (var group in groups)
        {
            if (Math.Abs(group.MilliCpuWished - group.MilliCpuTold) <= Precision * group.MilliCpuTold) continue;
            group.MilliCpuTold = group.MilliCpuWished;
            foreach (var backend in group.Members)
            {
                if (backend.Machine is { } machine) Touch(machine);
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
        var wishes = WishesOn(machine);
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

    /// <summary>Good until the next machine is asked.</summary>
    private ReadOnlySpan<CpuWish> WishesOn(Machine machine)
    {
        if (_wishes.Length < machine.Pods.Count) _wishes = new CpuWish[2 * machine.Pods.Count];
        for (var i = 0; i < machine.Pods.Count; i++)
        {
            _wishes[i] = new CpuWish(machine.Pods[i].MilliCpuWished, machine.Pods[i].MilliCpuRequest);
        }
        return _wishes.AsSpan(0, machine.Pods.Count);
    }

    private double CapacityOf(SimulatedNode node)
    {
        var pool = cluster.NodePools.FirstOrDefault(pool => pool.Name == node.Pool);
        return pool is not null && pool.Capacity.TryGet(ResourceNames.Cpu, out var cpu) ? cpu.MilliValue : double.PositiveInfinity;
    }

    /// <summary>A machine with pods that have a load of their own.</summary>
    internal sealed class Machine(double milliCpu)
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
