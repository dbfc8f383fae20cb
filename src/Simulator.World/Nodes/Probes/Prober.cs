using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Probes;

/// <summary>
/// Runs the probes of a node's containers without an event for an answer that does not change: when a container's health changes, the
/// moment at which the threshold is reached is computed.
/// </summary>
internal sealed class Prober(KubeletLife life, MachineState machine, IPodWorkers workers)
{
    private Simulation Simulation => life.Simulation;

    /// <summary>A container is up: not ready, and alive until the opposite is shown.</summary>
    public void Reset(ContainerRun container)
    {
        Reset(container.Startup);
        Reset(container.Readiness);
        Reset(container.Liveness);
        if (container.Liveness is { } liveness) liveness.IsPassing = true;
    }

    /// <summary>The kubelet has seen it run: probes begin, each after its initial delay.</summary>
    public void Begin(PodRun run, ContainerRun container)
    {
        if (!container.IsRunning) return;
        Begin(container.Startup, container);
        if (container.Startup is not { IsPassing: false }) BeginOthers(container);
        HealthChanged(run, container);
    }

    /// <summary>It listens now, or hangs, or its node is slower or faster than before.</summary>
    public void HealthChanged(PodRun run, ContainerRun container)
    {
        if (!container.IsRunning) return;
        if (container.Startup is { IsPassing: false } startup)
        {
            Await(run, container, startup);
            return;
        }

        if (container.Readiness is { } readiness) Expect(run, container, readiness, () => workers.Say(run));
        if (container.Liveness is { } liveness) Expect(run, container, liveness, () => workers.Sync(run));
    }

    private void BeginOthers(ContainerRun container)
    {
        Begin(container.Readiness, container);
        Begin(container.Liveness, container);
    }

    /// <summary>It has started once it answers; if it has not when the threshold is reached, it is killed (worker.go of 1.20).</summary>
    private void Await(PodRun run, ContainerRun container, ProbeRun startup)
    {
        Simulation.Cancel(startup.Flip);
        if (startup.From == TimeSpan.MaxValue || startup.HasFailed || !startup.HasResults) return;
        var (turn, start, passes) = (++startup.Turn, container.Starts, Answers(run, container, startup));
        var from = passes && startup.From < Simulation.Now ? Simulation.Now : startup.From;
        var at = startup.TickAfter(from, passes ? startup.Spec.SuccessThreshold : startup.Spec.FailureThreshold);
        startup.Flip = life.At(at > Simulation.Now ? at : Simulation.Now, run, () =>
        {
            if (container.Starts != start || startup.Turn != turn || !container.IsRunning) return;
            (startup.IsPassing, startup.HasFailed) = (passes, !passes);
            if (passes) Start(run, container);
            else workers.Sync(run);
        });
    }

    private void Start(PodRun run, ContainerRun container)
    {
        BeginOthers(container);
        HealthChanged(run, container);
        workers.Say(run);
    }

    /// <summary>The rule of a slow node: a probe fails if the usual answer takes its timeout or longer.</summary>
    private bool Answers(PodRun run, ContainerRun container, ProbeRun probe) =>
        container.IsListening && !container.IsHung && run.Work!.Application.AnswersIn * machine.Slowness < probe.Spec.Timeout;

    private void Expect(PodRun run, ContainerRun container, ProbeRun probe, Action flipped)
    {
        Simulation.Cancel(probe.Flip);
        var turn = ++probe.Turn;
        var passes = Answers(run, container, probe);
        if (probe.From == TimeSpan.MaxValue || passes == probe.IsPassing || !probe.HasResults) return;
        if (ReferenceEquals(probe, container.Liveness) && passes) return;
        var from = probe.From > Simulation.Now ? probe.From : Simulation.Now;
        var at = probe.TickAfter(from, passes ? probe.Spec.SuccessThreshold : probe.Spec.FailureThreshold);
        if (!passes && container.IsListening) at += probe.Spec.Timeout;
        var start = container.Starts;
        probe.Flip = life.At(at, run, () =>
        {
            if (container.Starts != start || probe.Turn != turn || !container.IsRunning) return;
            probe.IsPassing = passes;
            flipped();
        });
    }

    private void Reset(ProbeRun? probe)
    {
        if (probe is null) return;
        Simulation.Cancel(probe.Flip);
        (probe.IsPassing, probe.HasFailed) = (false, false);
        probe.From = TimeSpan.MaxValue;
    }

    private void Begin(ProbeRun? probe, ContainerRun container)
    {
        if (probe is null || probe.From != TimeSpan.MaxValue) return;
        var afterDelay = container.StartedAt + probe.Spec.InitialDelay;
        probe.From = afterDelay > Simulation.Now ? afterDelay : Simulation.Now;
    }
}
