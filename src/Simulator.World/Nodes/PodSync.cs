using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Nodes;

/// <summary>A pod's worker: reports what is seen, restarts what should run, and tries again later if something stood in the way (syncPod in pkg/kubelet/kubelet.go of 1.3.10).</summary>
internal sealed class PodSync(Kubelet kubelet)
{
    /// <summary>A sync that failed is repeated after 10 to 15 s; one that succeeded finds nothing to do when it is repeated, so it is not (backOffPeriod, workerBackOffPeriodJitterFactor).</summary>
    private static readonly TimeSpan RetryMin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(15);

    /// <summary>How long a sync waits for volumes (podAttachAndMountTimeout).</summary>
    private static readonly TimeSpan MountPatience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan MountRetryMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MountRetryMax = TimeSpan.FromMinutes(2);

    private Backoff _backoff = NewBackoff();

    private KubeletContext Context => kubelet.Context;

    private Instant Now => Instant.FromStart(Context.Simulation.Now);

    public void Sync(PodRun run)
    {
        if (run.State != PodRunState.Active || run.Work is not { } work) return;
        if (work.IsSyncing)
        {
            work.IsSyncWanted = true;
            return;
        }

        Context.Simulation.Cancel(work.Retry);
        See(run, work);
        kubelet.Reports.Say(run);
        if (run.State != PodRunState.Active) return;
        if (!kubelet.IsRuntimeUp) RetryLater(run, work);
        else Work(run, work);
    }

    /// <summary>The kubelet stopped, and with it what it remembers of failures.</summary>
    public void Forget() => _backoff = NewBackoff();

    /// <summary>The pod is gone; its identity never comes again.</summary>
    public void Forget(PodRun run)
    {
        if (run.Work is not { } work) return;
        Context.Simulation.Cancel(work.Retry);
        foreach (var container in work.Containers.Concat(work.InitContainers)) ForgetFailures(run, container);
    }

    public void ForgetFailures(PodRun run, ContainerRun container)
    {
        if (container.EndSeen is not null) _backoff.Reset(KeyOf(run, container));
    }

    private void See(PodRun run, PodWork work)
    {
        foreach (var container in work.InitContainers) SeeEnd(container);
        foreach (var container in work.Containers)
        {
            SeeEnd(container);
            kubelet.Prober.Begin(run, container);
        }
    }

    /// <summary>What ended stays beside its successor: the end of one that was killed and begun anew in one sync is seen by the next.</summary>
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
            kubelet.Sandboxes.Clear(run, work, () => Restart(run, work));
            return;
        }

        if (Array.TrueForAll(work.Containers, static container => container is { IsRunning: true, Next: null, Liveness: null or { IsPassing: true } })) return;
        if (!IsMounted(run, work)) return;
        work.IsSyncing = true;
        var outdated = ContainerChanges.Outdated(work);
        if (outdated.Count == 0) Restart(run, work);
        else kubelet.Stops.Kill(run, outdated, ContainerChanges.Reason, () => Restart(run, work, outdated));
    }

    private void Restart(PodRun run, PodWork work, params List<ContainerRun> replaced)
    {
        foreach (var container in replaced) container.IsReplaced = true;
        kubelet.Changes.Apply(run, work);
        var sick = work.Containers.Where(static container => container is { IsRunning: true, Liveness.IsPassing: false }).ToList();
        if (sick.Count == 0) Start(run, work);
        else kubelet.Stops.Kill(run, sick, "Liveness", () => Start(run, work));
    }

    /// <summary>Nothing starts before all volumes are mounted. Disks and shares are mounted in the background; a claim that was not bound is looked at again by the next sync.</summary>
    private bool IsMounted(PodRun run, PodWork work)
    {
        if (work.IsMounted) return true;
        var hasDisks = kubelet.Mounts.AreMounted(run);
        if (run.Volumes is null) RetryAfter(run, work, MountPatience);
        else if (PodReferences.MissingVolume(run.Pod, Context.Find) is not null) RetryData(run, work);
        else work.IsMounted = hasDisks;
        return work.IsMounted;
    }

    /// <summary>A volume whose ConfigMap or Secret is missing is tried again after 500 ms, doubling to 2 min (pkg/util/goroutinemap/exponentialbackoff).</summary>
    private void RetryData(PodRun run, PodWork work)
    {
        var delay = MountRetryMin * Math.Pow(2, Math.Min(work.FailedMounts++, 8));
        work.Retry = kubelet.At(Context.Simulation.Now + (delay < MountRetryMax ? delay : MountRetryMax), run, () => Sync(run));
    }

    private void Start(PodRun run, PodWork work)
    {
        var isWhole = Context.Options.Runtime == ContainerRuntime.Rkt;
        var policy = run.Pod.Spec.RestartPolicy;
        var wanted = isWhole ? StartPlan.OfRkt(policy, work) : StartPlan.OfDocker(policy, work);
        var allowed = isWhole ? new Queue<ContainerRun>(wanted) : NotInBackOff(run, Shuffled(wanted));
        var others = isWhole ? wanted.FindAll(static container => container.IsRunning) : [];
        var sequence = new StartSequence(kubelet, run, allowed, failed => End(run, work, failed)) { HasFailed = allowed.Count < wanted.Count };
        if (others.Count == 0) sequence.Continue();
        else kubelet.Stops.KillTogether(run, others, "Crash", sequence.Continue);
    }

    /// <summary>The order in which docker starts containers is that of a Go map: any.</summary>
    private List<ContainerRun> Shuffled(List<ContainerRun> containers)
    {
        for (var i = containers.Count - 1; i > 0; i--)
        {
            var j = Context.StartOrder.NextInt(i + 1);
            (containers[i], containers[j]) = (containers[j], containers[i]);
        }

        return containers;
    }

    /// <summary>The first crash is restarted at once and leaves a delay behind for the next; whoever comes into a new sandbox has not crashed (doBackOff in pkg/kubelet/dockertools/docker_manager.go).</summary>
    private Queue<ContainerRun> NotInBackOff(PodRun run, List<ContainerRun> wanted)
    {
        var allowed = new Queue<ContainerRun>(wanted.Count);
        foreach (var container in wanted)
        {
            if (container.EndSeen is not { } ended || run.Ip.Length == 0)
            {
                allowed.Enqueue(container);
                continue;
            }

            var key = KeyOf(run, container);
            if (_backoff.IsInBackOffSince(key, ended, Now)) continue;
            _backoff.Next(key, ended, Now);
            allowed.Enqueue(container);
        }

        return allowed;
    }

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
        var due = Context.Simulation.Now + failed + new Uniform(RetryMin, RetryMax).Sample(Context.Retries);
        work.Retry = kubelet.At(kubelet.NextSecond(due), run, () => Sync(run));
    }

    private static string KeyOf(PodRun run, ContainerRun container) => $"{run.Pod.Metadata.Uid}/{container.Spec.Name}";

    private static Backoff NewBackoff() => new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300));
}
