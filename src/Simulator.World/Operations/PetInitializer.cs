using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Operations;

/// <summary>
/// The human who looks at each pet once it runs, and tells its PetSet to go on (annotation pod.alpha.kubernetes.io/initialized).
/// </summary>
internal sealed class PetInitializer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Simulation _simulation;
    private readonly RandomStream _delays;
    private readonly ObservationLog _log;
    private readonly Func<Pod, ApplicationSpec> _applicationOf;
    private readonly Kubectl _kubectl;

    public PetInitializer(
        Simulation simulation, Terminal terminal, ObjectStore store, Func<Pod, ApplicationSpec> applicationOf, RandomStream delays)
    {
        (_simulation, _log, _applicationOf, _delays) = (simulation, terminal.Log, applicationOf, delays);
        _kubectl = terminal.NewKubectl();
        store.Committed += OnCommitted;
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Type == WatchEventType.Deleted || commit.Object is not Pod { Status.Phase: PodPhase.Running } pod) return;
        if (commit.Previous is Pod { Status.Phase: PodPhase.Running }
            || !IdentityLives.Concerns(pod)
            || PetHealth.IsInitialized(pod.Metadata.Annotations))
        {
            return;
        }
        if (_applicationOf(pod).InitializedAfter is not { } delay) return;
        _simulation.Schedule(delay.Sample(_delays), () => Initialize(pod));
    }

    private void Initialize(Pod pod)
    {
        var outcome = new Outcome(_kubectl.Cluster);
        new Process(_simulation, Calls.Change("Pod", pod.Key, stored => Initialized(stored, pod), _kubectl, outcome))
            .AddCallback(_ => OnDone(pod, outcome));
    }

    /// <summary>A pet that is gone, or another one of its name, is not this one: that is invalid, and the end of it.</summary>
    private void OnDone(Pod pod, Outcome outcome)
    {
        if (outcome.IsOk) _log.Write(ObservationKind.PetInitialized, pod.Key.ToString());
        else if (outcome.Result is not (ApiResult.NotFound or ApiResult.Invalid)) _simulation.Schedule(Patience, () => Initialize(pod));
    }

    private static Pod? Initialized(ApiObject stored, Pod pod) =>
        stored is Pod current && current.Metadata.Uid == pod.Metadata.Uid && !PetHealth.IsInitialized(current.Metadata.Annotations)
        ? current with
        {
            Metadata =
                current.Metadata with { Annotations = current.Metadata.Annotations.With(WellKnownAnnotations.PetInitialized, "true") },
        }
        : null;
}
