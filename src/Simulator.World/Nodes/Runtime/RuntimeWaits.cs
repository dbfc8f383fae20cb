using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Runtime;

/// <summary>What a kubelet does through its container runtime, and what waits while that does not answer.</summary>
internal sealed class RuntimeWaits(
    KubeletLife life, MachineState machine, TimeSpan relistPeriod, IPodWorkers workers, StatusChanges changes)
{
    /// <summary>maxWaitForContainerRuntime</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private List<Action>? _waiting;
    private int _outages;

    /// <summary>The node says so: it is not ready.</summary>
    public bool IsGivenUp { get; private set; }

    private TimeSpan NextRelist
    {
        get
        {
            var periods = ((life.Now - life.LoopPhase).Ticks / relistPeriod.Ticks) + 1;
            return life.LoopPhase + (relistPeriod * periods);
        }
    }

    /// <summary>A runtime that does not answer cannot be looked at.</summary>
    public void AtRelist(PodRun run, Action step) => life.At(NextRelist, run, () =>
    {
        if (machine.IsRuntimeUp) step();
        else Wait(run, () => AtRelist(run, step));
    });

    /// <summary>Something that the runtime does, and how long it takes once it answers.</summary>
    public void Do(PodRun run, TimeSpan takes, Action step)
    {
        if (machine.IsRuntimeUp) life.At(life.Now + takes, run, step);
        else Wait(run, () => Do(run, takes, step));
    }

    /// <summary>The next relist will see that a container has started or ended.</summary>
    public void RelistSoon(PodRun run)
    {
        var work = run.Work!;
        if (work.IsRelistDue) return;
        work.IsRelistDue = true;
        AtRelist(run, () =>
        {
            work.IsRelistDue = false;
            workers.Sync(run);
        });
    }

    /// <summary>A runtime that is silent for five minutes makes the node not ready.</summary>
    public void OnDown()
    {
        var outage = ++_outages;
        life.Simulation.Schedule(Patience, () =>
        {
            if (machine.IsRuntimeUp || outage != _outages) return;
            IsGivenUp = true;
            changes.Tell(machine);
        });
    }

    public void OnUp()
    {
        if (IsGivenUp) changes.Tell(machine);
        IsGivenUp = false;
        if (_waiting is not { } steps) return;
        _waiting = null;
        foreach (var step in steps) step();
    }

    /// <summary>The machine stopped.</summary>
    public void Forget() => _waiting = null;

    private void Wait(PodRun run, Action step) => (_waiting ??= []).Add(() =>
    {
        if (life.Has(run)) step();
    });
}
