using Simulator.ControlPlane.Admission;
using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Probes;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Volumes;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// A pod's worker: reports what is seen, restarts what should run, and tries again later if something stood in the way (syncPod in
/// pkg/kubelet/kubelet.go of 1.3.10).
/// </summary>
internal sealed class PodSync(
    KubeletLife life,
    MachineState machine,
    ObjectReads objects,
    RandomStream retries,
    PodReports reports,
    Prober prober,
    PodSandboxes sandboxes,
    PodStops stops,
    VolumeMounts mounts,
    RestartBackoff backoff,
    PodStarts starts)
{
    /// <summary>
    /// A sync that failed is repeated after 10 to 15 s; one that succeeded finds nothing to do when it is repeated, so it is not
    /// (backOffPeriod, workerBackOffPeriodJitterFactor).
    /// </summary>
    private static readonly TimeSpan RetryMin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(15);

    /// <summary>How long a sync waits for volumes (podAttachAndMountTimeout).</summary>
    private static readonly TimeSpan MountPatience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan MountRetryMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MountRetryMax = TimeSpan.FromMinutes(2);

    public void Sync(PodRun run)
    {
        if (run.State != PodRunState.Active || run.Work is not { } work) return;
        if (work.IsSyncing)
        {
            work.IsSyncWanted = true;
            return;
        }

        life.Simulation.Cancel(work.Retry);
        See(run, work);
        reports.Say(run);
        if (run.State != PodRunState.Active) return;
        if (!machine.IsRuntimeUp) RetryLater(run, work);
        else Work(run, work);
    }

    /// <summary>The pod is gone; its identity never comes again.</summary>
    public void Forget(PodRun run)
    {
        if (run.Work is not { } work) return;
        life.Simulation.Cancel(work.Retry);
        foreach (var container in work.Containers.Concat(work.InitContainers)) backoff.Forget(run, container);
    }

    private void See(PodRun run, PodWork work)
    {
        foreach (var container in work.InitContainers) SeeEnd(container);
        foreach (var container in work.Containers)
        {
            SeeEnd(container);
            prober.Begin(run, container);
        }
    }

    /// <summary>
    /// What ended stays beside its successor: the end of one that was killed and begun anew in one sync is seen by the next.
    /// </summary>
    private static void SeeEnd(ContainerRun container)
    {
        if (container.State == ContainerState.Exited || container.Starts > 1) container.EndSeen = container.EndedAt;
    }

    private void Work(PodRun run, PodWork work)
    {
        ContainerChanges.Look(run, work);
        if (work.HasLostSandbox)
        {
            work.IsSyncing = true;
            sandboxes.Clear(run, work, () => Restart(run, work));
            return;
        }

        if (Array.TrueForAll(
            work.Containers, static container => container is { IsRunning: true, Next: null, IsSick: false }))
        {
            return;
        }
        if (!IsMounted(run, work)) return;
        work.IsSyncing = true;
        var outdated = ContainerChanges.Outdated(work);
        if (outdated.Count == 0) Restart(run, work);
        else stops.Kill(run, outdated, ContainerChanges.Reason, () => Restart(run, work, outdated));
    }

    private void Restart(PodRun run, PodWork work, params List<ContainerRun> replaced)
    {
        foreach (var container in replaced) container.IsReplaced = true;
        ContainerChanges.Apply(run, work, backoff);
        var sick = work.Containers.Where(static container => container is { IsRunning: true, IsSick: true }).ToList();
        if (sick.Count == 0) Start(run, work);
        else stops.Kill(run, sick, sick[0].Startup is { HasFailed: true } ? "Startup" : "Liveness", () => Start(run, work));
    }

    /// <summary>
    /// Nothing starts before all volumes are mounted. Disks and shares are mounted in the background; a claim that was not bound is looked
    /// at again by the next sync.
    /// </summary>
    private bool IsMounted(PodRun run, PodWork work)
    {
        if (work.IsMounted) return true;
        var hasDisks = mounts.AreMounted(run);
        if (run.Volumes is null) RetryAfter(run, work, MountPatience);
        else if (PodReferences.MissingVolume(run.Pod, objects.Find) is not null) RetryData(run, work);
        else work.IsMounted = hasDisks;
        return work.IsMounted;
    }

    /// <summary>
    /// A volume whose ConfigMap or Secret is missing is tried again after 500 ms, doubling to 2 min
    /// (pkg/util/goroutinemap/exponentialbackoff).
    /// </summary>
    private void RetryData(PodRun run, PodWork work)
    {
        var delay = MountRetryMin * Math.Pow(2, Math.Min(work.FailedMounts++, 8));
        work.Retry = life.At(life.Now + (delay < MountRetryMax ? delay : MountRetryMax), run, () => Sync(run));
    }

    private void Start(PodRun run, PodWork work) => starts.Start(run, work, failed => End(run, work, failed));

    private void End(PodRun run, PodWork work, bool failed)
    {
        work.IsSyncing = false;
        if (failed) RetryLater(run, work);
        if (!work.IsSyncWanted) return;
        work.IsSyncWanted = false;
        Sync(run);
    }

    private void RetryLater(PodRun run, PodWork work) => RetryAfter(run, work, TimeSpan.Zero);

    private void RetryAfter(PodRun run, PodWork work, TimeSpan failed)
    {
        var due = life.Now + failed + new Uniform(RetryMin, RetryMax).Sample(retries);
        work.Retry = life.At(life.NextSecond(due), run, () => Sync(run));
    }
}
