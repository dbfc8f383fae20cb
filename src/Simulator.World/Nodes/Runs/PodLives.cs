using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Runs;

/// <summary>Tells what the pods of a cluster do in truth, whatever their objects say.</summary>
internal sealed class PodLives(Simulation simulation, ObservationLog log)
{
    /// <summary>Told what the log is told, in the order in which they asked to be: whom requests to a pod depend on.</summary>
    public event Action<Pod, string, bool>? ServingChanged;

    public IdentityLives Identities { get; } = new(simulation, log);

    /// <summary>Null if no application of the cluster keeps anything.</summary>
    public IStatefulMembers? Members { get; set; }

    public void Serves(Pod pod, string node, bool isServing)
    {
        log.Write(isServing ? ObservationKind.PodServing : ObservationKind.PodStoppedServing, log.NameOf(pod.Key), node);
        OneLifeServes(pod, node, isServing);
    }

    /// <summary>Of one life of a name, while another serves at the same node.</summary>
    public void OneLifeServes(Pod pod, string node, bool isServing) => ServingChanged?.Invoke(pod, node, isServing);

    public void Restarts(Pod pod, string why, int restarts) =>
        log.Write(ObservationKind.ContainerRestarted, log.NameOf(pod.Key), why, restarts);

    public void EndsInit(Pod pod, ContainerRun init)
    {
        var ran = init.EndedAt.SinceStart - init.StartedAt;
        log.Write(ObservationKind.InitContainerEnded, log.NameOf(pod.Key), init.Spec.Name, (long)ran.TotalMicroseconds, init.ExitCode);
    }
}
