namespace Simulator.World.Nodes;

/// <summary>What a kubelet does through its container runtime, and what waits while that does not answer.</summary>
internal sealed class RuntimeWaits(Kubelet kubelet)
{
    /// <summary>maxWaitForContainerRuntime</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<Action> _waiting = [];
    private int _outages;

    /// <summary>The node says so: it is not ready.</summary>
    public bool IsGivenUp { get; private set; }

    private TimeSpan NextRelist
    {
        get
        {
            var period = kubelet.Context.Options.RelistPeriod;
            var periods = ((kubelet.Context.Simulation.Now - kubelet.LoopPhase).Ticks / period.Ticks) + 1;
            return kubelet.LoopPhase + (period * periods);
        }
    }

    /// <summary>A runtime that does not answer cannot be looked at.</summary>
    public void AtRelist(PodRun run, Action step) => kubelet.At(NextRelist, run, () =>
    {
        if (kubelet.IsRuntimeUp) step();
        else Wait(run, () => AtRelist(run, step));
    });

    /// <summary>Something that the runtime does, and how long it takes once it answers.</summary>
    public void Do(PodRun run, TimeSpan takes, Action step)
    {
        if (kubelet.IsRuntimeUp) kubelet.At(kubelet.Context.Simulation.Now + takes, run, step);
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
            kubelet.Sync(run);
        });
    }

    /// <summary>A runtime that is silent for five minutes makes the node not ready.</summary>
    public void OnDown()
    {
        var outage = ++_outages;
        kubelet.Context.Simulation.Schedule(Patience, () =>
        {
            if (kubelet.IsRuntimeUp || outage != _outages) return;
            IsGivenUp = true;
            kubelet.Context.NodeStatusChanged?.Invoke(kubelet.Node);
        });
    }

    public void OnUp()
    {
        if (IsGivenUp) kubelet.Context.NodeStatusChanged?.Invoke(kubelet.Node);
        IsGivenUp = false;
        var steps = _waiting.ToArray();
        _waiting.Clear();
        foreach (var step in steps) step();
    }

    /// <summary>The machine stopped.</summary>
    public void Forget() => _waiting.Clear();

    private void Wait(PodRun run, Action step) => _waiting.Add(() =>
    {
        if (kubelet.IsRunning(run)) step();
    });
}
