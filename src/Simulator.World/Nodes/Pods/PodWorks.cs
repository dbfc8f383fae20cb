using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>Makes the containers of pods that a kubelet begins to run.</summary>
/// <param name="rules">Of the version: startup probes and readiness gates.</param>
internal sealed class PodWorks(Simulation simulation, PodApplications applications, RandomStream phases, KubeletRules rules)
{
    /// <summary>After a boot the containers of before are found dead; else nothing has run yet.</summary>
    public PodWork New(PodRun run)
    {
        var work = Make(run, simulation.Now);
        if (run.Pod.Status.Phase != PodPhase.Running) return work;
        for (var i = 0; i < work.Containers.Length; i++) FindDead(work.Containers[i], RestartsOf(run.Pod, i));
        return work;
    }

    /// <summary>Containers that have run for long: their probes stand anywhere in their periods.</summary>
    public PodWork Settled(PodRun run)
    {
        var work = Make(run, Microseconds.Of(phases.NextDouble() * -60e6));
        foreach (var container in work.InitContainers) container.State = ContainerState.Exited;
        for (var i = 0; i < work.Containers.Length; i++) work.Containers[i].Restarts = RestartsOf(run.Pod, i);
        return work;
    }

    public static bool HasProbes(Pod pod)
    {
        foreach (var container in pod.Spec.Containers)
        {
            if (container.ReadinessProbe is not null || container.LivenessProbe is not null || container.StartupProbe is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No readiness probe of it stays without a result.</summary>
    public static bool CanBeReady(Pod pod)
    {
        var containers = pod.Spec.Containers;
        for (var i = 0; i < containers.Count; i++)
        {
            if (containers[i].ReadinessProbe is { } probe && !containers[i].CanAnswer(probe)) return false;
        }

        return true;
    }

    /// <summary>The first condition that keeps a pod from being ready whose containers are; null: none does.</summary>
    public string? ShutGate(Pod pod) => rules.ReadinessGates == ReadinessGates.Ignored ? null : PodGates.ShutOf(pod);

    private PodWork Make(PodRun run, TimeSpan begin)
    {
        var spec = run.Pod.Spec;
        var init = spec.InitContainers.Count == 0 ? [] : new ContainerRun[spec.InitContainers.Count];
        for (var i = 0; i < init.Length; i++) init[i] = new ContainerRun(spec.InitContainers[i]);
        var containers = new ContainerRun[spec.Containers.Count];
        for (var i = 0; i < containers.Length; i++) containers[i] = Make(spec.Containers[i], begin);
        return new PodWork(applications.Of(run.Pod), init, containers);
    }

    private ContainerRun Make(Container spec, TimeSpan begin) => new(spec)
    {
        Readiness = spec.ReadinessProbe is { } readiness
            ? new ProbeRun(readiness, begin, phases.NextDouble()) { HasResults = spec.CanAnswer(readiness) }
            : null,
        Startup = rules.StartupProbes == StartupProbes.Awaited && spec.StartupProbe is { } first
            ? new ProbeRun(first, begin, phases.NextDouble()) { HasResults = spec.CanAnswer(first) }
            : null,
        Liveness = spec.LivenessProbe is { } liveness
            ? new ProbeRun(liveness, begin, phases.NextDouble()) { HasResults = spec.CanAnswer(liveness), IsPassing = true }
            : null,
    };

    private void FindDead(ContainerRun container, int restarts)
    {
        (container.State, container.ExitCode, container.EndReason) = (ContainerState.Exited, 137, "Reboot");
        container.EndedAt = Instant.FromStart(simulation.Now);
        container.Restarts = restarts;
    }

    private static int RestartsOf(Pod pod, int container) =>
        container < pod.Status.ContainerRestarts.Count ? pod.Status.ContainerRestarts[container] : 0;
}
