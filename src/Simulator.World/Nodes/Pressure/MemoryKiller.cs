using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Pressure;

/// <summary>
/// The kernel's OOM killer: of a node whose memory is full it kills the worst container, until there is room; a container above its own
/// limit is killed alone, whatever the node has.
/// </summary>
/// <remarks>What else runs on the machine is never chosen: with nothing but guaranteed pods a real kernel might.</remarks>
internal sealed class MemoryKiller(
    NodeMemory memory, KubeletLife life, MachineState machine, PodRegister pods, IPodWorkers workers, IContainerKills kills,
        ObservationLog log)
{
    private const string Reason = "OOMKilled";

    /// <summary>Value of Extra in the observation.</summary>
    private const int OwnLimit = 0;
    private const int NodeIsFull = 1;

    private TimerHandle _next;
    private bool _isKilling;

    private Simulation Simulation => life.Simulation;

    public void Reconsider()
    {
        if (_isKilling) return;
        Simulation.Cancel(_next);
        if (memory.Exceeds(memory.Total) is { } due) _next = Simulation.ScheduleAt(due, MakeRoom);
    }

    public void Forget() => Simulation.Cancel(_next);

    public void KillAtLimit(PodRun run, ContainerRun container) => Kill(run, container, OwnLimit);

    private void MakeRoom()
    {
        _isKilling = true;
        while (memory.Free < 0 && Worst() is { Run: not null } worst) Kill(worst.Run, worst.Container!, NodeIsFull);
        _isKilling = false;
        memory.Reconsider();
    }

    private void Kill(PodRun run, ContainerRun container, int cause)
    {
        var used = MemoryUse.At(container, run.Work!.Application, Simulation.Now);
        log.Write(ObservationKind.ContainerOutOfMemory, run.Pod.Key.ToString(), machine.Name, used, cause);
        kills.Kill(run, container, Reason);
    }

    /// <summary>Of equals the youngest: the kernel walks through its processes in the order of their starts, and keeps the last.</summary>
    private (PodRun? Run, ContainerRun? Container) Worst()
    {
        var (worst, most) = (default((PodRun? Run, ContainerRun? Container)), default((long Badness, TimeSpan StartedAt, string Name)));
        foreach (var run in pods.All)
        {
            if (!run.HasContainers) continue;
            foreach (var container in workers.Detail(run).Containers)
            {
                if (!container.IsRunning) continue;
                var rank = RankOf(run, container);
                if (worst.Run is null || IsWorse(rank, most)) (worst, most) = ((run, container), rank);
            }
        }

        return worst;
    }

    private (long Badness, TimeSpan StartedAt, string Name) RankOf(PodRun run, ContainerRun container)
    {
        var capacity = machine.Memory;
        var used = MemoryUse.At(container, run.Work!.Application, Simulation.Now);
        var badness = OomScores.BadnessOf(used, OomScores.AdjustOf(run.Pod, container.Spec, capacity), capacity);
        return (badness, container.StartedAt, $"{run.Pod.Key}/{container.Spec.Name}/{run.Pod.Metadata.Uid}");
    }

    private static bool IsWorse((long Badness, TimeSpan StartedAt, string Name) one, (long Badness, TimeSpan StartedAt, string Name) other)
    {
        if (one.Badness != other.Badness) return one.Badness > other.Badness;
        if (one.StartedAt != other.StartedAt) return one.StartedAt > other.StartedAt;
        return string.CompareOrdinal(one.Name, other.Name) < 0;
    }
}
