using Simulator.ControlPlane.Controllers.Disruptions;
using Simulator.ControlPlane.Controllers.GarbageCollection;
using Simulator.ControlPlane.Controllers.LimitedJobs;
using Simulator.ControlPlane.Controllers.PodCollection;
using Simulator.ControlPlane.Controllers.ReplicaSets;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Rollouts;
using Simulator.ControlPlane.Controllers.ScheduledDaemons;
using Simulator.ControlPlane.Controllers.StatefulSets;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Versions;

/// <summary>How each controller is made that owns what it makes by reference.</summary>
internal static class OwningLoops
{
    public static IControlLoop ReplicationControllers(LoopSetting setting) => new ReplicaSetController(
        new ReplicaSetOptions { ConcurrentSyncs = setting.Flags.Replication.ConcurrentSyncs }, setting.Start,
        ReplicaKind.ReplicationControllers);

    public static IControlLoop ReplicaSets(LoopSetting setting) => new ReplicaSetController(
        new ReplicaSetOptions { ConcurrentSyncs = setting.Flags.ReplicaSets.ConcurrentSyncs }, setting.Start, ReplicaKind.ReplicaSets);

    public static IControlLoop Deployments(LoopSetting setting) => new RolloutController(
        new RolloutOptions { ConcurrentSyncs = setting.Flags.Deployments.ConcurrentSyncs }, setting.Start);

    public static IControlLoop DaemonSets(LoopSetting setting) => new DaemonController(new DaemonOptions(), setting.Start);

    public static IControlLoop Jobs(LoopSetting setting) => new LimitedJobController(
        new LimitedJobOptions { ConcurrentSyncs = setting.Flags.Jobs.ConcurrentSyncs }, setting.Start);

    public static IControlLoop StatefulSets(LoopSetting setting) => new StatefulSetController(new StatefulSetOptions(), setting.Start);

    public static IControlLoop Disruptions(LoopSetting setting) => new DisruptionController(new DisruptionOptions(), setting.Start);

    public static IControlLoop Volumes(LoopSetting setting) => Loops.Volumes(setting, VolumeMatching.ByClass);

    public static IControlLoop GarbageCollector(LoopSetting setting) =>
        new GarbageCollector(new GarbageCollectorOptions(), setting.Start);

    public static IControlLoop PodCollector(LoopSetting setting) => new PodCollector(
        new PodCollectorOptions { Threshold = setting.Flags.TerminatedPods.Threshold }, setting.Start);
}
