using Simulator.Api;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.World.Observations;

namespace Simulator.World.Running;

/// <summary>Turns what the store commits into observations.</summary>
internal sealed class CommitObserver(ObservationLog log)
{
    /// <summary>What a new pod is compared with.</summary>
    private static readonly Pod Unseen = new();

    private readonly WorkloadFacts _workloads = new(log);
    private readonly VolumeFacts _volumes = new(log);
    private Pod _lastNew = Unseen;
    private string _lastOwner = "";

    public void OnCommitted(WatchEvent commit)
    {
        switch (commit.Object)
        {
            case Pod pod: OnPod(commit.Type, pod, commit.Previous as Pod); break;
            case Node node: OnNode(commit.Type, node, commit.Previous as Node); break;
            case Service service when commit.Type == WatchEventType.Added: OnService(service); break;
            case Endpoints endpoints when commit.Type != WatchEventType.Deleted && !IsLease(endpoints): OnEndpoints(endpoints); break;
            case PersistentVolume volume: _volumes.OnVolume(commit.Type, volume, commit.Previous as PersistentVolume); break;
            case PersistentVolumeClaim claim: _volumes.OnClaim(commit.Type, claim, commit.Previous as PersistentVolumeClaim); break;
            default: _workloads.OnCommitted(commit); break;
        }
    }

    private void OnPod(WatchEventType type, Pod pod, Pod? old)
    {
        if (type == WatchEventType.Deleted) Tell(ObservationKind.PodRemoved, pod);
        else if (old is null) TellNew(pod);
        else TellChange(pod, old);
    }

    private void TellNew(Pod pod)
    {
        var facts = PodFacts.Of(pod.Spec);
        log.Write(ObservationKind.PodCreated, log.NameOf(pod.Key), OwnerOf(pod), facts.AskedMilliCpu, facts.AskedMemory);
        TellChange(pod, Unseen);
    }

    /// <summary>Pods of one owner come one after the other: they share its name.</summary>
    private string OwnerOf(Pod pod)
    {
        var (meta, last) = (pod.Metadata, _lastNew.Metadata);
        if (!ReferenceEquals(meta.CreatedBy, last.CreatedBy) || !ReferenceEquals(meta.Labels, last.Labels))
        {
            _lastOwner = WorkloadFacts.OwnerOf(pod);
        }
        _lastNew = pod;
        return _lastOwner;
    }

    private void TellChange(Pod pod, Pod old)
    {
        if (pod.IsAssigned && !old.IsAssigned) Tell(ObservationKind.PodBound, pod);
        if (pod.IsReady && !old.IsReady) Tell(ObservationKind.PodReady, pod);
        if (!pod.IsReady && old.IsReady) Tell(ObservationKind.PodNotReady, pod);
        if (pod.IsFinished && !old.IsFinished)
        {
            log.Write(
                ObservationKind.PodFinished, log.NameOf(pod.Key),
                pod.Status.Reason.Length > 0 ? $"{pod.Status.Phase} {pod.Status.Reason}" : pod.Status.Phase.ToString());
        }

        if (pod.Metadata.IsBeingDeleted && !old.Metadata.IsBeingDeleted) Tell(ObservationKind.PodDeletionMarked, pod);
    }

    private void Tell(ObservationKind kind, Pod pod) => log.Write(kind, log.NameOf(pod.Key), pod.NodeName);

    private void OnNode(WatchEventType type, Node node, Node? old)
    {
        if (type == WatchEventType.Deleted)
        {
            log.Write(ObservationKind.NodeRemoved, node.Name);
            return;
        }

        var ready = node.Status.Condition(NodeConditionType.Ready)?.Status;
        if (ready != old?.Status.Condition(NodeConditionType.Ready)?.Status)
        {
            log.Write(ObservationKind.NodeReadyChanged, node.Name, ready?.ToString() ?? "");
        }
        TellCondition(node, old, NodeConditionType.OutOfDisk);
        TellCondition(node, old, NodeConditionType.MemoryPressure);
        if (node.Spec.Unschedulable != (old?.Spec.Unschedulable ?? false))
        {
            log.Write(ObservationKind.NodeUnschedulableChanged, node.Name, node.Spec.Unschedulable.ToString());
        }
    }

    /// <summary>A condition that is absent says no.</summary>
    private void TellCondition(Node node, Node? old, string type)
    {
        var status = node.Status.Condition(type)?.Status ?? ConditionStatus.False;
        if (status != (old?.Status.Condition(type)?.Status ?? ConditionStatus.False))
        {
            log.Write(ObservationKind.NodeConditionChanged, node.Name, $"{type}={status}");
        }
    }

    private void OnService(Service service) => log.Write(ObservationKind.ServiceCreated, service.Key.ToString());

    /// <summary>The record of a leader election, not a service's addresses.</summary>
    private static bool IsLease(Endpoints endpoints) => endpoints.Metadata.Annotations.ContainsKey(LeaderRecord.Annotation);

    private void OnEndpoints(Endpoints endpoints)
    {
        var ready = endpoints.Subsets.Sum(subset => subset.Addresses.Count);
        var notReady = endpoints.Subsets.Sum(subset => subset.NotReadyAddresses.Count);
        log.Write(ObservationKind.EndpointsChanged, endpoints.Key.ToString(), "", ready, notReady);
    }
}
