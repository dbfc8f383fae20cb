using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// What a kubelet remembers of containers that ended again and again (doBackOff in pkg/kubelet/dockertools/docker_manager.go).
/// </summary>
internal sealed class RestartBackoff(KubeletLife life)
{
    private Backoff _backoff = New();

    private Instant Now => Instant.FromStart(life.Now);

    /// <summary>The kubelet stopped.</summary>
    public void Forget() => _backoff = New();

    public void Forget(PodRun run, ContainerRun container)
    {
        if (container.EndSeen is not null) _backoff.Reset(KeyOf(run, container));
    }

    /// <summary>
    /// The first crash is restarted at once and leaves a delay behind for the next; whoever comes into a new sandbox has not crashed.
    /// </summary>
    public bool Allows(PodRun run, ContainerRun container)
    {
        if (container.EndSeen is not { } ended || run.Ip.Length == 0) return true;
        var key = KeyOf(run, container);
        if (_backoff.IsInBackOffSince(key, ended, Now)) return false;
        _backoff.Next(key, ended, Now);
        return true;
    }

    private static string KeyOf(PodRun run, ContainerRun container) => $"{run.Pod.Metadata.Uid}/{container.Spec.Name}";

    private static Backoff New() => new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300));
}
