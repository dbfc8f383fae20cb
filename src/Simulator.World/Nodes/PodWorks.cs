using Simulator.Api;

namespace Simulator.World.Nodes;

/// <summary>Makes the containers of pods that a kubelet begins to run.</summary>
internal static class PodWorks
{
    /// <summary>After a boot the containers of before are found dead; else nothing has run yet.</summary>
    public static PodWork New(PodRun run, KubeletContext context)
    {
        var work = Make(run, context, context.Simulation.Now);
        if (run.Pod.Status.Phase != PodPhase.Running) return work;
        for (var i = 0; i < work.Containers.Length; i++) FindDead(work.Containers[i], RestartsOf(run.Pod, i), context);
        return work;
    }

    /// <summary>Containers that have run for long: their probes stand anywhere in their periods.</summary>
    public static PodWork Settled(PodRun run, KubeletContext context)
    {
        var work = Make(run, context, TimeSpan.FromMicroseconds(Math.Round(context.Phases.NextDouble() * -60e6)));
        foreach (var container in work.InitContainers) container.State = ContainerState.Exited;
        for (var i = 0; i < work.Containers.Length; i++) work.Containers[i].Restarts = RestartsOf(run.Pod, i);
        return work;
    }

    public static bool HasProbes(Pod pod)
    {
        foreach (var container in pod.Spec.Containers)
        {
            if (container.ReadinessProbe is not null || container.LivenessProbe is not null) return true;
        }

        return false;
    }

    /// <summary>No readiness probe of it stays without a result.</summary>
    public static bool CanBeReady(Pod pod)
    {
        foreach (var container in pod.Spec.Containers)
        {
            if (container.ReadinessProbe is { } probe && !container.CanAnswer(probe)) return false;
        }

        return true;
    }

    private static PodWork Make(PodRun run, KubeletContext context, TimeSpan begin)
    {
        var spec = run.Pod.Spec;
        var init = spec.InitContainers.Count == 0 ? [] : new ContainerRun[spec.InitContainers.Count];
        for (var i = 0; i < init.Length; i++) init[i] = new ContainerRun(spec.InitContainers[i]);
        var containers = new ContainerRun[spec.Containers.Count];
        for (var i = 0; i < containers.Length; i++) containers[i] = Make(spec.Containers[i], context, begin);
        return new PodWork(context.ApplicationOf(run.Pod), init, containers);
    }

    private static ContainerRun Make(Container spec, KubeletContext context, TimeSpan begin) => new(spec)
    {
        Readiness = spec.ReadinessProbe is { } readiness ? new ProbeRun(readiness, begin, context.Phases.NextDouble()) { HasResults = spec.CanAnswer(readiness) } : null,
        Liveness = spec.LivenessProbe is { } liveness ? new ProbeRun(liveness, begin, context.Phases.NextDouble()) { HasResults = spec.CanAnswer(liveness), IsPassing = true } : null,
    };

    private static void FindDead(ContainerRun container, int restarts, KubeletContext context)
    {
        (container.State, container.ExitCode, container.EndReason) = (ContainerState.Exited, 137, "Reboot");
        container.EndedAt = Instant.FromStart(context.Simulation.Now);
        container.Restarts = restarts;
    }

    private static int RestartsOf(Pod pod, int container) =>
        container < pod.Status.ContainerRestarts.Count ? pod.Status.ContainerRestarts[container] : 0;
}
