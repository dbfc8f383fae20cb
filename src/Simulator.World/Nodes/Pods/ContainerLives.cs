using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Probes;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Runtime;

namespace Simulator.World.Nodes.Pods;

/// <summary>Containers begin, listen, end by themselves, crash and hang, as their application does.</summary>
internal sealed class ContainerLives(
    KubeletLife life,
    MachineState machine,
    RandomStream draws,
    PodLives lives,
    PodServing serving,
    RuntimeWaits runtime,
    Prober prober,
    NodeMemory? memory)
{
    private const int Failure = 1;
    private const int KilledBySignal = 137;

    public void Begin(PodRun run, ContainerRun container)
    {
        if (container.State == ContainerState.Exited) CountRestart(run, container);
        container.State = ContainerState.Running;
        container.IsReplaced = false;
        container.Starts++;
        container.StartedAt = life.Now;
        container.IsHung = false;
        prober.Reset(container);
        memory?.Reconsider();
        runtime.RelistSoon(run);
        lives.Identities.Begin(run.Pod, machine.Name);
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
        foreach (var probe in new[] { container.Startup, container.Readiness, container.Liveness })
        {
            if (probe is not null) (probe.IsPassing, probe.From) = (probe.HasResults || probe != container.Readiness, TimeSpan.Zero);
        }

        PlanEnd(run, container);
        memory?.Reconsider();
    }

    /// <summary>It ends now; the kubelet finds out at its next relist.</summary>
    public void End(PodRun run, ContainerRun container, int exitCode, string reason)
    {
        if (!container.IsRunning) return;
        container.State = ContainerState.Exited;
        (container.ExitCode, container.EndReason) = (exitCode, reason);
        container.EndedAt = Instant.FromStart(life.Now);
        container.IsListening = false;
        if (IsInit(run, container)) lives.EndsInit(run.Pod, container);
        Leave(run, container);
        if (!run.Work!.IsRunning) lives.Identities.End(run.Pod, machine.Name);
        serving.Update(run);
        runtime.RelistSoon(run);
        memory?.Reconsider();
    }

    public void Kill(PodRun run, ContainerRun container, string reason) => End(run, container, KilledBySignal, reason);

    public void Crash(PodRun run, ContainerRun container) => Fail(run, container, "Crash");

    public void Fail(PodRun run, ContainerRun container, string reason) => End(run, container, Failure, reason);

    public void Hang(PodRun run, ContainerRun container)
    {
        container.IsHung = container.IsRunning;
        Leave(run, container);
        serving.Update(run);
        prober.HealthChanged(run, container);
    }

    /// <summary>Its machine hung and goes on: what it keeps has to catch up with the others before it serves.</summary>
    public void Rejoin(PodRun run)
    {
        if (lives.Members is not { } members) return;
        if (run.Work is not { } work) members.Join(run.Pod, machine, static () => { });
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
        lives.Restarts(run.Pod, container.EndReason, container.Restarts);
    }

    private void BecomeListening(PodRun run, ContainerRun container)
    {
        var startsIn = machine.Slowed(run.Work!.Application.StartsIn.Sample(draws));
        if (startsIn == TimeSpan.Zero) Join(run, container);
        else Later(run, container, startsIn, () => Join(run, container));
    }

    /// <summary>The first container of a pod is what keeps something: it serves once it has caught up.</summary>
    private void Join(PodRun run, ContainerRun container)
    {
        if (lives.Members is not { } members || container != run.Work!.Containers[0])
        {
            Listen(run, container);
            return;
        }

        var start = container.Starts;
        members.Join(run.Pod, machine, () =>
        {
            if (container.Starts == start && container.IsRunning) Listen(run, container);
        });
    }

    private void Leave(PodRun run, ContainerRun container)
    {
        if (lives.Members is { } members && container == run.Work!.Containers[0]) members.Leave(run.Pod, machine);
    }

    private void Listen(PodRun run, ContainerRun container)
    {
        container.IsListening = true;
        serving.Update(run);
        prober.HealthChanged(run, container);
    }

    private void PlanInitEnd(PodRun run, ContainerRun container)
    {
        var init = run.Work!.Application.InitOf(container.Spec.Name);
        var exitCode = ExitCode(init.FailShare);
        var runsFor = init.RunsFor.Sample(draws);
        if (runsFor == TimeSpan.Zero) End(run, container, exitCode, ReasonOf(exitCode));
        else Later(run, container, runsFor, () => End(run, container, exitCode, ReasonOf(exitCode)));
    }

    /// <summary>The first of: its work is done, it crashes, it reaches its memory limit.</summary>
    private void PlanEnd(PodRun run, ContainerRun container)
    {
        var application = run.Work!.Application;
        var (after, exitCode, reason) = (TimeSpan.MaxValue, 0, "Completed");
        if (application.RunsFor?.Sample(draws) is { } runsFor)
        {
            (after, exitCode) = (runsFor, ExitCode(application.FailShare));
            reason = ReasonOf(exitCode);
        }

        if (application.CrashesAfter?.Sample(draws) is { } crash && crash < after) (after, exitCode, reason) = (crash, Failure, "Crash");
        if (memory is not null && MemoryUse.ReachesLimitAfter(container.Spec, application) is { } full && full < after)
        {
            Later(run, container, full, () => memory.Killer.KillAtLimit(run, container));
        }
        else if (after != TimeSpan.MaxValue) Later(run, container, after, () => End(run, container, exitCode, reason));
    }

    private void Later(PodRun run, ContainerRun container, TimeSpan delay, Action step) => When(run, container, life.Now + delay, step);

    /// <summary>The work of a container stands still while its machine hangs: it is done so much later.</summary>
    private void When(PodRun run, ContainerRun container, TimeSpan due, Action step)
    {
        var (start, frozen) = (container.Starts, machine.TimeFrozen);
        life.At(due, run, () =>
        {
            if (container.Starts != start || !container.IsRunning) return;
            var later = due + (machine.TimeFrozen - frozen);
            if (later > life.Now) When(run, container, later, step);
            else step();
        });
    }

    private int ExitCode(double failShare) => failShare > 0 && draws.NextDouble() < failShare ? Failure : 0;

    private static string ReasonOf(int exitCode) => exitCode == 0 ? "Completed" : "Crash";
}
