using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>What one sync of a StatefulSet knows and counts.</summary>
/// <param name="pods">Its pods, by name.</param>
/// <param name="revisions">Its revisions, the newest last.</param>
internal sealed class StatefulState(Owner<PetSet> owner, List<Pod> pods, List<ControllerRevision> revisions)
{
    public Owner<PetSet> Owner => owner;

    public PetSet Set => owner.Value;

    /// <summary>As they were when the sync began.</summary>
    public List<StatefulPod> Pods { get; } = pods.ConvertAll(static pod => new StatefulPod(pod, IsCreated: true));

    public List<ControllerRevision> Revisions => revisions;

    /// <summary>Of the last update that was completed.</summary>
    public ControllerRevision? CurrentRevision { get; set; }

    /// <summary>Of the present template.</summary>
    public ControllerRevision? UpdateRevision { get; set; }

    public int Collisions { get; set; } = owner.Value.Status.CollisionCount ?? 0;

    /// <summary>A call was refused: the sync ends, and its counts are not written.</summary>
    public bool HasFailed { get; set; }

    /// <summary>There is nothing more to do in this sync.</summary>
    public bool IsOver { get; set; }

    public int Replicas { get; private set; }

    public int ReadyReplicas { get; private set; }

    public int CurrentReplicas { get; set; }

    public int UpdatedReplicas { get; private set; }

    /// <summary>Counts the pods that there are; needs the revisions.</summary>
    public void CountPods()
    {
        foreach (var pod in Pods)
        {
            Replicas++;
            if (pod.IsRunningAndReady) ReadyReplicas++;
            if (!pod.IsTerminating) CountRevision(pod, 1);
        }
    }

    public void CountCreated(StatefulPod pod)
    {
        Replicas++;
        CountRevision(pod, 1);
    }

    /// <summary>A pod that is asked to go is still there.</summary>
    public void CountCondemned(StatefulPod pod) => CountRevision(pod, -1);

    /// <summary>A failed pod is gone at once.</summary>
    public void CountReplaced(StatefulPod pod)
    {
        Replicas--;
        CountRevision(pod, -1);
    }

    public PetSetStatus ToStatus()
    {
        var isDone = Set.UpdateStrategy == "RollingUpdate" && UpdatedReplicas == Replicas && ReadyReplicas == Replicas;
        return new PetSetStatus
        {
            ObservedGeneration = Set.Metadata.Generation,
            Replicas = Replicas,
            ReadyReplicas = ReadyReplicas,
            CurrentReplicas = isDone ? UpdatedReplicas : CurrentReplicas,
            UpdatedReplicas = UpdatedReplicas,
            CurrentRevision = isDone ? UpdateRevision!.Name : CurrentRevision!.Name,
            UpdateRevision = UpdateRevision!.Name,
            CollisionCount = Collisions,
        };
    }

    private void CountRevision(StatefulPod pod, int change)
    {
        if (pod.Revision == CurrentRevision!.Name) CurrentReplicas += change;
        if (pod.Revision == UpdateRevision!.Name) UpdatedReplicas += change;
    }
}
