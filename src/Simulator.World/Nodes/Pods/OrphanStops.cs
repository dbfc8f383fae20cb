using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Volumes;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// Pods whose object is gone while their containers run: they are stopped with the pod's own grace (deletePod and podKiller in
/// pkg/kubelet/kubelet.go of 1.3.10).
/// </summary>
/// <remarks>The API no longer counts them, and another pod of the name may run beside them; their memory and their volumes are in use until
/// the end.</remarks>
internal sealed class OrphanStops
{
    private readonly PodRegister _pods;
    private readonly PodStops _stops;
    private readonly PodServing _serving;
    private readonly VolumeMounts _mounts;

    public OrphanStops(PodRegister pods, PodStops stops, PodServing serving, VolumeMounts mounts)
    {
        (_pods, _stops, _serving, _mounts) = (pods, stops, serving, mounts);
        stops.OrphanEnded = End;
    }

    /// <summary>Its object has just gone. A stop that is under way goes on: a second signal changes nothing.</summary>
    public void Take(PodRun run)
    {
        if (!run.HasContainers)
        {
            Leave(run);
            return;
        }

        _pods.AddOrphan(run);
        if (run.State == PodRunState.Active) run.State = PodRunState.Stopping;
        if (!run.IsBeingStopped) _stops.StopOrphan(run);
    }

    /// <summary>The machine stopped.</summary>
    public void Forget()
    {
        foreach (var run in _pods.Orphans)
        {
            run.IsOrphan = false;
            _serving.Stop(run);
        }

        _pods.ClearOrphans();
    }

    private void End(PodRun run)
    {
        _pods.RemoveOrphan(run);
        Leave(run);
    }

    private void Leave(PodRun run)
    {
        run.State = PodRunState.Stopped;
        _serving.Stop(run);
        _mounts.Release(run);
    }
}
