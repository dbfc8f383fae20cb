using Simulator.Api;

namespace Simulator.World.Nodes;

/// <summary>Containers begin, listen, end by themselves, crash and hang, as their application does.</summary>
internal sealed class ContainerLives(Kubelet kubelet)
{
    private const int Failure = 1;
    private const int KilledBySignal = 137;

    private KubeletContext Context => kubelet.Context;

    public void Begin(PodRun run, ContainerRun container)
    {
        if (container.State == ContainerState.Exited) CountRestart(run, container);
        container.State = ContainerState.Running;
        container.IsReplaced = false;
        container.Starts++;
        container.StartedAt = Context.Simulation.Now;
        container.IsHung = false;
        kubelet.Prober.Reset(container);
        kubelet.Memory?.Reconsider();
        kubelet.Runtime.RelistSoon(run);
        Context.Identities.Begin(run.Pod, kubelet.Node.Name);
        if (IsInit(run, container))
        {
            PlanInitEnd(run, container);
            return;
        }

        PlanEnd(run, container);
        BecomeListening(run, container);
    }

    /// <summary>What a settled container will still do.</summary>
    public void Resume(PodRun run, ContainerRun container)
    {
        (container.State, container.IsListening, container.Starts) = (ContainerState.Running, true, 1);
        foreach (var probe in new[] { container.Readiness, container.Liveness })
        {
            if (probe is not null) (probe.IsPassing, probe.From) = (probe.HasResults || probe == container.Liveness, TimeSpan.Zero);
        }

        PlanEnd(run, container);
        kubelet.Memory?.Reconsider();
    }

    /// <summary>It ends now; the kubelet finds out at its next relist.</summary>
    public void End(PodRun run, ContainerRun container, int exitCode, string reason)
    {
        if (!container.IsRunning) return;
        container.State = ContainerState.Exited;
        (container.ExitCode, container.EndReason) = (exitCode, reason);
        container.EndedAt = Instant.FromStart(Context.Simulation.Now);
        container.IsListening = false;
        if (IsInit(run, container)) Context.ObserveInitEnd(run.Pod, container);
        Leave(run, container);
        if (!run.Work!.IsRunning) Context.Identities.End(run.Pod, kubelet.Node.Name);
        kubelet.Serving.Update(run);
        kubelet.Runtime.RelistSoon(run);
        kubelet.Memory?.Reconsider();
    }

    public void Kill(PodRun run, ContainerRun container, string reason) => End(run, container, KilledBySignal, reason);

    public void Crash(PodRun run, ContainerRun container) => Fail(run, container, "Crash");

    public void Fail(PodRun run, ContainerRun container, string reason) => End(run, container, Failure, reason);

    public void Hang(PodRun run, ContainerRun container)
    {
        container.IsHung = container.IsRunning;
        Leave(run, container);
        kubelet.Serving.Update(run);
        kubelet.Prober.HealthChanged(run, container);
    }

    /// <summary>Its machine hung and goes on: what it keeps has to catch up with the others before it serves.</summary>
    public void Rejoin(PodRun run)
    {
        if (Context.States is not { } states) return;
        if (run.Work is not { } work) states.Join(run.Pod, kubelet.Node, static () => { });
        else if (work.Containers[0] is { IsRunning: true, IsListening: true, IsHung: false } container)
        {
            container.IsListening = false;
            Join(run, container);
        }
    }

    private static bool IsInit(PodRun run, ContainerRun container) => Array.IndexOf(run.Work!.InitContainers, container) >= 0;

    private void CountRestart(PodRun run, ContainerRun container)
    {
        container.Restarts++;
        Context.ObserveRestart(run.Pod, container.EndReason, container.Restarts);
    }

    private void BecomeListening(PodRun run, ContainerRun container)
    {
        var startsIn = kubelet.Slowed(run.Work!.Application.StartsIn.Sample(Context.Applications));
        if (startsIn == TimeSpan.Zero) Join(run, container);
        else Later(run, container, startsIn, () => Join(run, container));
    }

    /// <summary>The first container of a pod is what keeps something: it serves once it has caught up.</summary>
    private void Join(PodRun run, ContainerRun container)
    {
        if (Context.States is not { } states || container != run.Work!.Containers[0])
        {
            Listen(run, container);
            return;
        }

        var start = container.Starts;
        states.Join(run.Pod, kubelet.Node, () =>
        {
            if (container.Starts == start && container.IsRunning) Listen(run, container);
        });
    }

    private void Leave(PodRun run, ContainerRun container)
    {
        if (Context.States is { } states && container == run.Work!.Containers[0]) states.Leave(run.Pod, kubelet.Node);
    }

    private void Listen(PodRun run, ContainerRun container)
    {
        container.IsListening = true;
        kubelet.Serving.Update(run);
        kubelet.Prober.HealthChanged(run, container);
    }

    private void PlanInitEnd(PodRun run, ContainerRun container)
    {
        var init = run.Work!.Application.InitOf(container.Spec.Name);
        var exitCode = ExitCode(init.FailShare);
        var runsFor = init.RunsFor.Sample(Context.Applications);
        if (runsFor == TimeSpan.Zero) End(run, container, exitCode, ReasonOf(exitCode));
        else Later(run, container, runsFor, () => End(run, container, exitCode, ReasonOf(exitCode)));
    }

    /// <summary>The first of: its work is done, it crashes, it reaches its memory limit.</summary>
    private void PlanEnd(PodRun run, ContainerRun container)
    {
        var application = run.Work!.Application;
        var (after, exitCode, reason) = (TimeSpan.MaxValue, 0, "Completed");
        if (application.RunsFor?.Sample(Context.Applications) is { } runsFor)
        {
            (after, exitCode) = (runsFor, ExitCode(application.FailShare));
            reason = ReasonOf(exitCode);
        }

        if (application.CrashesAfter?.Sample(Context.Applications) is { } crash && crash < after) (after, exitCode, reason) = (crash, Failure, "Crash");
        if (kubelet.Memory is { } memory && MemoryUse.ReachesLimitAfter(container.Spec, application) is { } full && full < after) Later(run, container, full, () => memory.Killer.KillAtLimit(run, container));
        else if (after != TimeSpan.MaxValue) Later(run, container, after, () => End(run, container, exitCode, reason));
    }

    private void Later(PodRun run, ContainerRun container, TimeSpan delay, Action step) => When(run, container, Context.Simulation.Now + delay, step);

    /// <summary>The work of a container stands still while its machine hangs: it is done so much later.</summary>
    private void When(PodRun run, ContainerRun container, TimeSpan due, Action step)
    {
        var (start, frozen) = (container.Starts, kubelet.Node.TimeFrozen);
        kubelet.At(due, run, () =>
        {
            if (container.Starts != start || !container.IsRunning) return;
            var later = due + (kubelet.Node.TimeFrozen - frozen);
            if (later > Context.Simulation.Now) When(run, container, later, step);
            else step();
        });
    }

    private int ExitCode(double failShare) => failShare > 0 && Context.Applications.NextDouble() < failShare ? Failure : 0;

    private static string ReasonOf(int exitCode) => exitCode == 0 ? "Completed" : "Crash";
}
