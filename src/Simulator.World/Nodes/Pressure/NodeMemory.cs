using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pressure;

/// <summary>
/// What the containers of a node use of its memory, now and later, and who acts upon it: the kernel, and with --eviction-hard the kubelet.
/// </summary>
/// <remarks>When a bound is crossed is arithmetic; it is worked out again whenever a container begins or ends. What is reserved (capacity
/// less allocatable) is taken to be what the system's daemons use.</remarks>
internal sealed class NodeMemory
{
    private readonly KubeletLife _life;
    private readonly MachineState _machine;
    private readonly PodRegister _pods;

    public NodeMemory(
        MemorySetting setting, KubeletLife life, MachineState machine, PodRegister pods, IPodWorkers workers, IContainerKills kills)
    {
        (_life, _machine, _pods) = (life, machine, pods);
        Killer = new MemoryKiller(this, life, machine, pods, workers, kills, setting.Log);
        if (setting.Options.EvictionHardMemory > 0) Pressure = new MemoryPressure(this, setting, life, machine, pods, kills);
    }

    public MemoryKiller Killer { get; }

    /// <summary>Null without --eviction-hard.</summary>
    public MemoryPressure? Pressure { get; }

    /// <summary>The kubelet evicts pods, and says so.</summary>
    public bool IsShort => Pressure is { IsOn: true };

    /// <summary>Bytes that containers can use together.</summary>
    public long Total => _machine.MemoryForPods;

    public long Free => Total - Used();

    private TimeSpan Now => _life.Now;

    /// <summary>A container has begun or ended.</summary>
    public void Reconsider()
    {
        Killer.Reconsider();
        Pressure?.Reconsider();
    }

    /// <summary>The machine stopped.</summary>
    public void Forget()
    {
        Killer.Forget();
        Pressure?.Forget();
    }

    public long Used()
    {
        var sum = 0L;
        foreach (var run in _pods.All) sum += Used(run);
        return sum;
    }

    /// <summary>Bytes. A pod that nothing is told of uses what it requests.</summary>
    public long Used(PodRun run)
    {
        if (run.Work is not { } work) return run.IsSettled ? PodFacts.Of(run.Pod.Spec).Memory : 0;
        var sum = 0L;
        foreach (var container in work.Containers)
        {
            if (container.IsRunning) sum += MemoryUse.At(container, work.Application, Now);
        }

        return sum;
    }

    /// <summary>When more than so many bytes are used if nothing begins or ends; null: never.</summary>
    public TimeSpan? Exceeds(long bytes)
    {
        var room = bytes - Used();
        if (room < 0) return Now;
        var (growth, growing) = (0.0, 0);
        foreach (var run in _pods.All) Add(run, ref growth, ref growing);

        // Each container's use is told in whole bytes.
        return MemoryUse.TimeToGrow(room + growing + 1, growth) is { } time ? Now + time : null;
    }

    private static void Add(PodRun run, ref double growth, ref int growing)
    {
        if (run.Work is not { Application.MemoryGrowsPerHour: > 0 and var perHour } work) return;
        foreach (var container in work.Containers)
        {
            if (!container.IsRunning) continue;
            growth += perHour;
            growing++;
        }
    }
}
