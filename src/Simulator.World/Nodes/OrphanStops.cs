namespace Simulator.World.Nodes;

/// <summary>Pods whose object is gone while their containers run: they are stopped with the pod's own grace (deletePod and podKiller in pkg/kubelet/kubelet.go of 1.3.10).</summary>
/// <remarks>The API no longer counts them, and another pod of the name may run beside them; their memory and their volumes are in use until the end.</remarks>
internal sealed class OrphanStops(Kubelet kubelet)
{
    private readonly List<PodRun> _runs = [];

    /// <summary>In the order in which their objects went.</summary>
    public IReadOnlyList<PodRun> Runs => _runs;

    /// <summary>Its object has just gone. A stop that is under way goes on: a second signal changes nothing.</summary>
    public void Take(PodRun run)
    {
        if (!run.HasContainers)
        {
            Leave(run);
            return;
        }

        run.IsOrphan = true;
        _runs.Add(run);
        if (run.State == PodRunState.Active) run.State = PodRunState.Stopping;
        if (!run.IsBeingStopped) kubelet.Stops.StopOrphan(run);
    }

    /// <summary>Its last container has ended.</summary>
    public void End(PodRun run)
    {
        run.IsOrphan = false;
        _runs.Remove(run);
        Leave(run);
    }

    /// <summary>The machine stopped.</summary>
    public void Forget()
    {
        foreach (var run in _runs)
        {
            run.IsOrphan = false;
            kubelet.Serving.Stop(run);
        }

        _runs.Clear();
    }

    private void Leave(PodRun run)
    {
        run.State = PodRunState.Stopped;
        kubelet.Serving.Stop(run);
        kubelet.Mounts.Release(run);
    }
}
