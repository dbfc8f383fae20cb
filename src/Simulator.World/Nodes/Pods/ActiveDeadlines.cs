using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// activeDeadlineSeconds, looked at once a second (pastActiveDeadline in pkg/kubelet/kubelet.go of 1.3.10); an update may shorten it.
/// </summary>
internal sealed class ActiveDeadlines(KubeletLife life, PodReports reports)
{
    public void Watch(PodRun run)
    {
        if (run.Pod.Spec.ActiveDeadline is not { } deadline) return;
        var due = run.StartTime.SinceStart + deadline;
        life.At(life.NextSecond(due > life.Now ? due : life.Now), run, () => reports.Fail(run, "DeadlineExceeded"));
    }
}
