using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.Scenarios.Conformance.Autoscaling;
using Simulator.Scenarios.Conformance.Federation;
using Simulator.Scenarios.Conformance.Federation.Timelines;
using Simulator.Scenarios.Conformance.Placement;
using Simulator.Scenarios.Conformance.Scheduling;
using Simulator.Scenarios.Conformance.Timelines;
using Simulator.Scenarios.Conformance.Volumes;
using Simulator.Scenarios.Conformance.Workloads;
using Simulator.Scenarios.Conformance.Workloads.Owned;

namespace Simulator.Scenarios.Conformance;

/// <summary>Every kind of recording that can be replayed.</summary>
public static class ConformanceKinds
{
    public static IReadOnlyList<IConformanceKind> All { get; } =
    [
        new DecisionKind(),
        new SequenceKind(),
        new TokenBucketKind(),
        new BackoffKind(),
        new ReplicationKind(),
        new EndpointsKind(),
        new NodeLifecycleKind(),
        new TaintingKind(),
        new DeploymentRollingKind(),
        new JobKind(),
        new DaemonSetKind(),
        new PetSetKind(),
        new OwnedReplicaSetKind(),
        new PodCollectionKind(),
        new EvictionKind(),
        new DisruptionKind(),
        new LimitedJobKind(),
        new DaemonKind(),
        new RolloutKind(),
        new StatefulSetKind(),
        new PersistentVolumeMatchKind(),
        new HorizontalKind(),
        new StabilizedKind("hpa-1.20"),
        new StabilizedKind("hpa-1.20-seq"),
        new TimelineKind(),
        new EstimatorKind(),
        new ScaleUpKind(AutoscalerVersion.V022),
        new ScaleUpKind(AutoscalerVersion.V030),
        new ScaleDownKind(AutoscalerVersion.V022),
        new ScaleDownKind(AutoscalerVersion.V030),
        new FederationDnsKind(),
        new FederationPlannerKind(),
        new FederationTimelineKind(),
        new PlacementDecisionKind(),
        new PlacementSequenceKind(),
        new PodQueueKind(),
    ];
}
