using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Nodes;

/// <summary>What the containers of a node use of its memory, now and later, and who acts upon it: the kernel, and with --eviction-hard the kubelet.</summary>
/// <remarks>When a bound is crossed is arithmetic; it is worked out again whenever a container begins or ends. What is reserved (capacity less allocatable) is taken to be what the system's daemons use.</remarks>
internal sealed class NodeMemory
{
    private readonly Kubelet _kubelet;

    public NodeMemory(Kubelet kubelet, long evictionHard)
    {
        _kubelet = kubelet;
        Killer = new MemoryKiller(kubelet, this);
        if (evictionHard > 0) Pressure = new MemoryPressure(kubelet, this, evictionHard);
    }

    public MemoryKiller Killer { get; }

    /// <summary>Null without --eviction-hard.</summary>
    public MemoryPressure? Pressure { get; }

    /// <summary>Bytes that containers can use together.</summary>
    public long Total => _kubelet.Node.MemoryForPods;

    public long Free => Total - Used();

    private TimeSpan Now => _kubelet.Context.Simulation.Now;

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
        foreach (var run in _kubelet.AllRuns) sum += Used(run);
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
        foreach (var run in _kubelet.AllRuns) Add(run, ref growth, ref growing);

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
