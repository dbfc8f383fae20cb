using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Runs;

/// <summary>The containers of a pod and the worker that keeps them running.</summary>
internal sealed class PodWork(ApplicationSpec application, ContainerRun[] initContainers, ContainerRun[] containers)
{
    public ApplicationSpec Application => application;

    public ContainerRun[] InitContainers => initContainers;

    public ContainerRun[] Containers => containers;

    /// <summary>A sync is under way: it waits for images, starts or stops.</summary>
    public bool IsSyncing { get; set; }

    /// <summary>Something happened while a sync was under way: another one follows.</summary>
    public bool IsSyncWanted { get; set; }

    /// <summary>As the pod's object was when the newest sync began.</summary>
    public PodSpec? SpecSeen { get; set; }

    /// <summary>The next relist will find a change.</summary>
    public bool IsRelistDue { get; set; }

    /// <summary>The next try after a sync that failed.</summary>
    public TimerHandle Retry { get; set; }

    /// <summary>Its volumes are there: they stay, whatever happens to what they came from.</summary>
    public bool IsMounted { get; set; }

    /// <summary>Times that a volume could not be mounted.</summary>
    public int FailedMounts { get; set; }

    /// <summary>Counts the sandboxes; a death that was planned for an earlier one means nothing any more.</summary>
    public int Sandboxes { get; set; }

    /// <summary>Its network container is dead, and the kubelet has not begun it anew.</summary>
    public bool HasLostSandbox { get; set; }

    /// <summary>Some container of it runs, an init container perhaps.</summary>
    public bool IsRunning =>
        Array.Exists(containers, static container => container.IsRunning)
            || Array.Exists(initContainers, static container => container.IsRunning);

    public bool IsReady => Array.TrueForAll(containers, static container => container.IsReady);

    /// <summary>All its containers answer: users notice if one does not.</summary>
    public bool IsServing =>
        Array.TrueForAll(containers, static container => container is { IsRunning: true, IsListening: true, IsHung: false });

    /// <summary>Of all its containers.</summary>
    public int Restarts
    {
        get
        {
            var sum = 0;
            foreach (var container in containers) sum += container.Restarts;
            return sum;
        }
    }

    /// <summary>Nobody looks at them any more.</summary>
    public void StopAll()
    {
        foreach (var container in containers) Stop(container);
        foreach (var container in initContainers) Stop(container);
    }

    private static void Stop(ContainerRun container)
    {
        if (container.IsRunning) container.State = ContainerState.Exited;
    }
}
