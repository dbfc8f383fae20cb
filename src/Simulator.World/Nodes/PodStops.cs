using Simulator.Api;

namespace Simulator.World;

/// <summary>Stops containers: their preStop hooks run inside the grace, then the signal is sent with what is left of it, then they are killed; all of a pod in parallel (killContainer in pkg/kubelet/dockertools of 1.3.10).</summary>
internal sealed class PodStops(Kubelet kubelet)
{
    /// <summary>minimumGracePeriodInSeconds</summary>
    private static readonly TimeSpan GraceMin = TimeSpan.FromSeconds(2);

    /// <summary>A user or controller deleted the pod.</summary>
    public void Stop(PodRun run)
    {
        if (run.State is PodRunState.Stopping or PodRunState.Stopped) return;
        var wasFinished = run.State == PodRunState.Finished;
        run.State = wasFinished ? PodRunState.Stopped : PodRunState.Stopping;
        if (wasFinished) kubelet.Status.Queue(run);
        else KillAll(run, GraceOf(run.Pod), () => kubelet.AtRelist(run, () => OnGone(run)));
    }

    /// <summary>The kubelet ends the pod itself: the phase first, then the containers.</summary>
    public void End(PodRun run, TimeSpan grace) => KillAll(run, grace, () => kubelet.StopServing(run));

    /// <summary>Kills some containers of a pod that lives on.</summary>
    public void Kill(PodRun run, List<ContainerRun> containers, string reason, Action then)
    {
        var longest = TimeSpan.Zero;
        foreach (var container in containers)
        {
            var takes = TimeToStop(run, container.Spec, GraceOf(run.Pod));
            longest = takes > longest ? takes : longest;
        }

        kubelet.At(kubelet.Context.Simulation.Now + longest, run, () =>
        {
            foreach (var container in containers) kubelet.Containers.Kill(run, container, reason);
            if (run.State == PodRunState.Active) then();
        });
    }

    private void KillAll(PodRun run, TimeSpan grace, Action then)
    {
        var longest = TimeSpan.Zero;
        for (var i = 0; i < run.Pod.Spec.Containers.Count; i++)
        {
            if (run.Work is { } work && !work.Containers[i].IsRunning) continue;
            var takes = TimeToStop(run, run.Pod.Spec.Containers[i], grace);
            longest = takes > longest ? takes : longest;
        }

        kubelet.WithRuntime(run, longest, () =>
        {
            kubelet.StopServing(run);
            then();
        });
    }

    private TimeSpan TimeToStop(PodRun run, Container container, TimeSpan grace)
    {
        var application = run.Work?.Application ?? kubelet.Context.ApplicationOf(run.Pod);
        var hook = container.HasPreStop ? application.PreStopTakes.Sample(kubelet.Context.Applications) : TimeSpan.Zero;
        hook = hook < grace ? hook : grace;
        var left = grace - hook > GraceMin ? grace - hook : GraceMin;
        if (application.IgnoresStop) return hook + left;
        var stops = kubelet.Slowed(application.StopsIn?.Sample(kubelet.Context.Applications) ?? kubelet.Context.ContainerStop());
        return hook + (stops < left ? stops : left);
    }

    private static TimeSpan GraceOf(Pod pod) =>
        pod.Metadata.DeletionGracePeriodSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : pod.Spec.TerminationGracePeriod;

    private void OnGone(PodRun run)
    {
        run.State = PodRunState.Stopped;
        run.IsReady = false;
        kubelet.Status.Queue(run);
    }
}
