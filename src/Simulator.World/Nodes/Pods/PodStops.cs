using Simulator.Api;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Runtime;
using Simulator.World.Nodes.Status;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// Stops containers: their preStop hooks run inside the grace, then the signal is sent with what is left of it, then they are killed; all
/// of a pod in parallel (killContainer in pkg/kubelet/dockertools of 1.3.10).
/// </summary>
internal sealed class PodStops(
    KubeletLife life,
    MachineState machine,
    PodApplications applications,
    ContainerPace pace,
    KubeletStatusWriter status,
    RuntimeWaits runtime,
    ContainerLives containers,
    PodServing serving)
{
    /// <summary>minimumGracePeriodInSeconds</summary>
    private static readonly TimeSpan GraceMin = TimeSpan.FromSeconds(2);

    /// <summary>The last container has ended of a pod whose object is gone.</summary>
    public Action<PodRun>? OrphanEnded { get; set; }

    private TimeSpan Now => life.Now;

    /// <summary>
    /// A user or controller deleted the pod. A shorter grace that comes while it stops waits for the stop that is under way.
    /// </summary>
    public void Stop(PodRun run)
    {
        if (run.State is PodRunState.Stopping or PodRunState.Stopped) return;
        var wasFinished = run.State == PodRunState.Finished;
        run.State = wasFinished ? PodRunState.Stopped : PodRunState.Stopping;
        if (wasFinished) status.Queue(run);
        else StopAll(run, TimeToStop, () => runtime.AtRelist(run, () => OnGone(run)));
    }

    /// <summary>The pod's object is gone.</summary>
    public void StopOrphan(PodRun run) => StopAll(run, TimeToStop, static () => { });

    /// <summary>The kubelet ends the pod itself: the phase first, then the containers.</summary>
    public void End(PodRun run) => StopAll(run, TimeToStop, static () => { });

    /// <summary>
    /// As <see cref="End"/>, but nothing is left for the signal (the override of a hard eviction); hooks run all the same.
    /// </summary>
    public void EndHard(PodRun run) => StopAll(run, TimeOfHook, static () => { });

    /// <summary>Kills some containers of a pod that lives on, one after the other.</summary>
    public void Kill(PodRun run, List<ContainerRun> victims, string reason, Action then) =>
        KillNext(run, new Queue<ContainerRun>(victims), reason, then);

    /// <summary>Kills some containers of a pod that lives on, all at once.</summary>
    public void KillTogether(PodRun run, List<ContainerRun> victims, string reason, Action then)
    {
        var longest = TimeSpan.Zero;
        foreach (var container in victims) longest = Longer(longest, TimeToStop(run, container.Spec));
        life.At(Now + longest, run, () =>
        {
            foreach (var container in victims) containers.Kill(run, container, reason);
            if (run.State == PodRunState.Active) then();
        });
    }

    private void KillNext(PodRun run, Queue<ContainerRun> victims, string reason, Action then)
    {
        if (!victims.TryDequeue(out var container))
        {
            then();
            return;
        }

        life.At(Now + TimeToStop(run, container.Spec), run, () =>
        {
            containers.Kill(run, container, reason);
            if (run.State == PodRunState.Active) KillNext(run, victims, reason, then);
        });
    }

    private void StopAll(PodRun run, Func<PodRun, Container, TimeSpan> takes, Action then)
    {
        run.IsBeingStopped = true;
        var (shortest, longest) = (TimeSpan.MaxValue, TimeSpan.Zero);
        foreach (var container in RunningIn(run))
        {
            var time = takes(run, container);
            (shortest, longest) = (time < shortest ? time : shortest, Longer(longest, time));
        }

        // All of them make the pod: with the first it no longer answers.
        if (shortest < longest) runtime.Do(run, shortest, () => serving.FallSilent(run));
        runtime.Do(run, longest, () =>
        {
            run.IsBeingStopped = false;
            serving.Stop(run);
            if (run.IsOrphan) OrphanEnded!(run);
            else then();
        });
    }

    private static IEnumerable<Container> RunningIn(PodRun run) => run.Work is not { } work
        ? run.Pod.Spec.Containers
        : work.Containers.Concat(work.InitContainers)
            .Where(static container => container.IsRunning)
            .Select(static container => container.Spec);

    private TimeSpan TimeToStop(PodRun run, Container container)
    {
        var (application, grace, hook) = (ApplicationOf(run), GraceOf(run.Pod), TimeOfHook(run, container));
        var left = Longer(grace - TimeSpan.FromSeconds(Math.Floor(hook.TotalSeconds)), GraceMin);
        if (application.IgnoresStop) return hook + left;
        var stops = machine.Slowed(application.StopsIn?.Sample(applications.Draws) ?? pace.Stop());
        return hook + (stops < left ? stops : left);
    }

    private TimeSpan TimeOfHook(PodRun run, Container container)
    {
        if (!container.HasPreStop) return TimeSpan.Zero;
        var (takes, grace) = (ApplicationOf(run).PreStopTakes.Sample(applications.Draws), GraceOf(run.Pod));
        return takes < grace ? takes : Longer(grace, TimeSpan.Zero); // 1.3 takes a negative grace for an ended one
    }

    private ApplicationSpec ApplicationOf(PodRun run) => run.Work?.Application ?? applications.Of(run.Pod);

    /// <summary>An override of the deletion, else the pod's own.</summary>
    private static TimeSpan GraceOf(Pod pod) =>
        pod.Metadata.DeletionGracePeriodSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : pod.Spec.TerminationGracePeriod;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void OnGone(PodRun run)
    {
        run.State = PodRunState.Stopped;
        run.IsReady = false;
        status.QueueRemoval(run);
    }
}
