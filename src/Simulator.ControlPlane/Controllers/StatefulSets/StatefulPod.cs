using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>A pod of a StatefulSet: one that is there, or one that is to be made.</summary>
internal sealed record StatefulPod(Pod Value, bool IsCreated)
{
    public string Revision => Value.Metadata.Labels.ValueOrEmpty(WellKnownLabels.ControllerRevisionHash);

    public bool IsTerminating => Value.Metadata.IsBeingDeleted;

    public bool HasFailed => IsCreated && Value.Status.Phase == PodPhase.Failed;

    public bool IsRunningAndReady => IsCreated && Value.Status.Phase == PodPhase.Running && Value.IsReady;

    public bool IsHealthy => IsRunningAndReady && !IsTerminating;
}
