namespace Simulator.World.Nodes;

/// <summary>activeDeadlineSeconds, looked at once a second (pastActiveDeadline in pkg/kubelet/kubelet.go of 1.3.10); an update may shorten it.</summary>
internal sealed class ActiveDeadlines(Kubelet kubelet)
{
    private TimeSpan Now => kubelet.Context.Simulation.Now;

    public void Watch(PodRun run)
    {
        if (run.Pod.Spec.ActiveDeadline is not { } deadline) return;
        var due = run.StartTime.SinceStart + deadline;
        kubelet.At(kubelet.NextSecond(due > Now ? due : Now), run, () => kubelet.Reports.Fail(run, "DeadlineExceeded"));
    }
}
