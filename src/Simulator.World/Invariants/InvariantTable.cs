using Simulator.ControlPlane.Versions;

namespace Simulator.World.Invariants;

/// <summary>All rules, in the order in which they are asked.</summary>
public static class InvariantTable
{
    public static IReadOnlyList<Entry> All { get; } =
    [
        new(TimeRunsForward.Name, "no fact is older than the one before it", cluster => new TimeRunsForward(cluster)),
        new(RevisionsGrow.Name, "every commit has a higher revision than all before it", cluster => new RevisionsGrow(cluster)),
        new(
            PodIsBoundOnce.Name, "a pod that has a node keeps it, and the node is one that the cluster has",
            cluster => new PodIsBoundOnce(cluster)),
        new(
            PodBelongsToASchedulableNode.Name,
            "nothing is bound to a node that has been cordoned or not ready for longer than an assumption lives",
            cluster => new PodBelongsToASchedulableNode(cluster)),
        new(
            NodeIsNotOvercommitted.Name,
            "what the scheduler put on a node fits into its allocatable CPU, memory, pods and host ports, as the scheduler counts them",
            cluster => new NodeIsNotOvercommitted(cluster)),
        new(
            PodServesWhereItIsBound.Name, "containers only serve on the node to which their pod was bound",
            cluster => new PodServesWhereItIsBound(cluster)),
        new(
            IdentityServesOnce.Name,
            "a name serves once at a time, and a pet runs once, unless its object was removed while its containers still ran",
            cluster => new IdentityServesOnce(cluster)),
        new(
            VolumeHasOneWriter.Name, "a disk that is attached for writing is attached nowhere else",
            cluster => new VolumeHasOneWriter(cluster)),
        new(
            VolumeHasOneClaim.Name,
            "no two bound claims share a volume, and after a minute of quiet a bound volume and its claim name each other",
            cluster => new VolumeHasOneClaim(cluster)),
        new(ClaimKeepsItsVolume.Name, "a claim that names a volume names it for good", cluster => new ClaimKeepsItsVolume(cluster)),
        new(ClaimOutlivesItsPet.Name, "only users and the end of a namespace delete a claim", cluster => new ClaimOutlivesItsPet(cluster)),
        new(
            PodRunsWithItsVolumes.Name, "containers serve only while the disks of their pod are attached to their node",
            cluster => new PodRunsWithItsVolumes(cluster)),
        new(
            FreeVolumesAreMounted.Name,
            "after a quarter of an hour of quiet, a pod on a ready node has its volumes, if its claims are bound and nothing else has "
                + "its disks",
            cluster => new FreeVolumesAreMounted(cluster)),
        new(
            WritesNeedTheirMembers.Name,
            "an application with state is written to only with a majority, a primary, or an owner of each share in sync",
            cluster => new WritesNeedTheirMembers(cluster)),
        new(
            NamesAnswerWithTheirOwn.Name, "DNS answers for a pet's name with an address that a pet of this name had",
            cluster => new NamesAnswerWithTheirOwn(cluster)),
        new(
            PodLeavesOnlyWhenDeleted.Name,
            "a pod's object goes after a deletion mark, or at once where 1.3 allows it: never on a node, finished, no grace, node gone, "
                + "or a user forced it",
            cluster => new PodLeavesOnlyWhenDeleted(cluster)),
        new(
            ServingEndsWithTheObject.Name, "containers whose object is gone stop, unless their node cannot know",
            cluster => new ServingEndsWithTheObject(cluster)),
        new(
            EvictionFollowsSilence.Name, "only nodes that were not ready, or gone, are evicted",
            cluster => new EvictionFollowsSilence(cluster)),
        new(
            EndpointsNameReadyPods.Name, "after a minute of quiet, ready endpoints are addresses of ready pods",
            cluster => new EndpointsNameReadyPods(cluster)),
        new(
            PetsComeInOrder.Name,
            "a pet is created when the one that was created before it has been healthy, and none before it in the order is missing",
            cluster => new PetsComeInOrder(cluster))
        {
            Holds = static version => version.Habits.HasFlag(Habits.WaitsForInitialization),
        },
        new(
            ReplicasAreComplete.Name,
            "after six minutes of quiet, controllers have as many active pods as they want: replicas, one a node, rolled out, working on "
                + "a job, or pets that wait for a sick one",
            cluster => new ReplicasAreComplete(cluster)),
        new(
            PendingHasAReason.Name, "after two minutes of quiet, a pod without a node carries the reason, or the scheduler is busy",
            cluster => new PendingHasAReason(cluster)),
        new(
            AutoscalerKeepsItsBounds.Name, "a horizontal autoscaler scales to a number within bounds that its object has or had",
            cluster => new AutoscalerKeepsItsBounds(cluster)),
        new(
            AutoscalerWaits.Name,
            "one horizontal autoscaler scales up no sooner than 3 min and down no sooner than 5 min after its last scaling, unless its "
                + "process has forgotten that",
            cluster => new AutoscalerWaits(cluster))
        {
            Holds = static version => version.Metrics == MetricsSource.Heapster,
        },
        new(
            LostPodsStay.Name,
            "a pod of a machine that is down stays, marked for deletion, until the machine is back, its node's object is gone, or a user "
                + "forces it",
            cluster => new LostPodsStay(cluster))
        {
            Holds = static version => version.Evictions.IsByToleration,
        },
        new(
            BudgetsHoldAgainstEvictions.Name,
            "an eviction that a disruption budget counts was one that it allowed, and it allows one less then; taints ask no budget",
            cluster => new BudgetsHoldAgainstEvictions(cluster))
        {
            Holds = static version => version.Drains == DrainWay.ByEviction,
        },
        new(
            GroupsKeepTheirLimits.Name, "an autoscaler makes no group larger than its max, nor smaller than its min",
            cluster => new GroupsKeepTheirLimits(cluster)),
        new(
            RemovedNodeWasUnneeded.Name,
            "a node that an autoscaler deletes has been below the threshold of utilisation for as long as the flags say",
            cluster => new RemovedNodeWasUnneeded(cluster)),
        new(
            CloudNodesAndBillAgree.Name,
            "after ten minutes of quiet there is a node for each machine and none for a machine that is gone, and each is billed for the "
                + "time that it was there",
            cluster => new CloudNodesAndBillAgree(cluster)),
    ];

    /// <param name="Claim">What is held, in words.</param>
    public sealed record Entry(string Name, string Claim, Func<CheckedCluster, IInvariant> Make)
    {
        /// <summary>Versions of which it is true.</summary>
        public Func<KubernetesVersion, bool> Holds { get; init; } = static _ => true;
    }
}
