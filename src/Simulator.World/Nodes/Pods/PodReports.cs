using Simulator.Api;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Status;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Pods;

/// <summary>What the status manager is told of pods: what their containers look like, or what the kubelet itself has decided.</summary>
internal sealed class PodReports(
    KubeletLife life, KubeletStatusWriter status, PodServing serving, PodStops stops, PodWorks works, ObservationLog log)
{
    /// <summary>What the containers look like now, if it is something new.</summary>
    public void Say(PodRun run)
    {
        if (run.State != PodRunState.Active || run.Work is not { } work) return;
        var phase = PodPhases.Of(run.Pod.Spec.RestartPolicy, work);
        var isUp = phase == PodPhase.Running && work.IsReady;
        var gate = isUp ? works.ShutGate(run.Pod) : null;
        var isReady = isUp && gate is null;
        if (phase == run.Phase && isReady == run.IsReady && gate == run.ShutGate && work.Restarts == run.Restarts) return;
        if (isReady && !run.IsReady) run.ReadySince = Instant.FromStart(life.Now).TruncatedToSecond;
        (run.Phase, run.IsReady, run.ShutGate, run.Restarts) = (phase, isReady, gate, work.Restarts);
        status.Queue(run);
        if (!PodPhases.IsFinal(phase)) return;
        run.State = PodRunState.Finished;
        serving.Stop(run);
    }

    /// <summary>The kubelet itself ends the pod: its phase is Failed for good, and its containers stop within their grace.</summary>
    public void Fail(PodRun run, string reason)
    {
        if (run.State != PodRunState.Active) return;
        SayFailed(run, reason);
        stops.End(run);
    }

    /// <summary>As <see cref="Fail"/>, but the containers get no time.</summary>
    public void Evict(PodRun run)
    {
        if (run.State != PodRunState.Active) return;
        SayFailed(run, "Evicted");
        stops.EndHard(run);
    }

    /// <summary>It never starts.</summary>
    public void Refuse(PodRun run, string refusal)
    {
        log.Write(ObservationKind.PodRejectedByKubelet, run.Pod.Key.ToString(), refusal);
        run.State = PodRunState.Finished;
        (run.Phase, run.Reason) = (PodPhase.Failed, PodAdmission.StatusReason(refusal));
    }

    private void SayFailed(PodRun run, string reason)
    {
        run.State = PodRunState.Finished;
        (run.Phase, run.Reason, run.IsReady) = (PodPhase.Failed, reason, false);
        status.Queue(run);
    }
}
