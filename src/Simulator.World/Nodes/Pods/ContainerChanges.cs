using Simulator.Api;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>A pod's object names another image for a container: the container is killed and made anew, whatever the restart policy says;
/// the others of the pod live on (the container's hash has changed: computePodContainerChanges in pkg/kubelet/dockertools of
/// 1.3.10).</summary>
/// <remarks>Nothing else of a container can be changed (ValidatePodUpdate in pkg/api/validation).</remarks>
internal static class ContainerChanges
{
    public const string Reason = "Changed";

    /// <summary>A sync begins: what the object says now counts until its end.</summary>
    public static void Look(PodRun run, PodWork work)
    {
        var spec = run.Pod.Spec;
        if (ReferenceEquals(work.SpecSeen, spec)) return;
        work.SpecSeen = spec;
        for (var i = 0; i < work.Containers.Length; i++)
        {
            var (container, wanted) = (work.Containers[i], spec.Containers[i]);
            container.Next = container.Spec.Image == wanted.Image ? null : wanted;
        }
    }

    /// <summary>Those that run as something else than they should.</summary>
    public static List<ContainerRun> Outdated(PodWork work) =>
        [.. work.Containers.Where(static container => container is { IsRunning: true, Next: not null })];

    /// <summary>What does not run starts as the object says, next time, and without a back-off: that belongs to what it was.</summary>
    public static void Apply(PodRun run, PodWork work, RestartBackoff backoff)
    {
        foreach (var container in work.Containers)
        {
            if (container.IsRunning || container.Next is null) continue;
            backoff.Forget(run, container);
            container.BecomeNext();
        }
    }

    public static bool HasOtherImages(PodSpec old, PodSpec now)
    {
        if (ReferenceEquals(old, now)) return false;
        for (var i = 0; i < now.Containers.Count; i++)
        {
            if (old.Containers[i].Image != now.Containers[i].Image) return true;
        }

        return false;
    }
}
