using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Autoscaling.Stabilized;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Jobs;
using Simulator.ControlPlane.Controllers.LoadBalancers;
using Simulator.ControlPlane.Controllers.Namespaces;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Quotas;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.ControlPlane.Controllers.TerminatedPods;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Versions;

/// <summary>How each controller is made that versions share.</summary>
internal static class Loops
{
    public static IControlLoop ReplicationControllers(LoopSetting setting) =>
        new ReplicationManager(setting.Flags.Replication, setting.Start, ReplicaKind.ReplicationControllers);

    public static IControlLoop ReplicaSets(LoopSetting setting) =>
        new ReplicationManager(setting.Flags.ReplicaSets, setting.Start, ReplicaKind.ReplicaSets);

    public static IControlLoop Endpoints(LoopSetting setting) => new EndpointsController(setting.Flags.Endpoints, setting.Start);

    public static IControlLoop? TerminatedPods(LoopSetting setting) =>
        setting.Flags.TerminatedPods.Threshold > 0 ? new TerminatedPodCollector(setting.Flags.TerminatedPods, setting.Start) : null;

    public static IControlLoop? LoadBalancers(LoopSetting setting) => setting.Flags.CloudProvider
        ? new LoadBalancerController(setting.Flags.LoadBalancers, setting.Start, setting.OrderOf("service-controller"))
        : null;

    public static IControlLoop? CloudNodes(LoopSetting setting) => setting.Cloud is { } cloud
        ? new CloudNodeController(
            setting.Flags.Nodes.NodeMonitorPeriod, setting.Start, cloud, setting.OrderOf("cloud-node-lifecycle-controller"))
        : null;

    public static IControlLoop Quotas(LoopSetting setting) => new QuotaController(setting.Flags.Quotas, setting.Start);

    public static IControlLoop Namespaces(LoopSetting setting) => new NamespaceController(setting.Flags.Namespaces, setting.Start);

    public static IControlLoop Deployments(LoopSetting setting) =>
        new DeploymentController(setting.Flags.Deployments, setting.Start, setting.OrderOf("deployment-controller"));

    public static IControlLoop DaemonSets(LoopSetting setting) =>
        new DaemonSetController(setting.Flags.DaemonSets, setting.Start, setting.OrderOf("daemon-set-controller"));

    public static IControlLoop Jobs(LoopSetting setting) => new JobController(setting.Flags.Jobs, setting.Start);

    public static IControlLoop PetSets(LoopSetting setting) => PetSets(setting, setting.Flags.PetSets);

    private static PetSetController PetSets(LoopSetting setting, PetSetOptions pets) =>
        new(pets, setting.Start, PetLists.For(pets.PetList, setting.ChanceOf("pet-lists")));

    /// <summary>One that is hosted late has had its ticks all the time.</summary>
    public static IControlLoop Autoscalers(LoopSetting setting)
    {
        var (options, now) = (setting.Flags.Autoscaling, setting.Now());
        var tick = setting.Start + setting.FirstTick(options.SyncPeriod);
        while (tick < now) tick += options.SyncPeriod;
        var controller = new HorizontalController(options, tick, setting.OrderOf("horizontal-pod-autoscaler"));
        controller.Know(setting.Known("HorizontalPodAutoscaler").Cast<HorizontalPodAutoscaler>());
        return controller;
    }

    /// <summary>The same of those that remember what they have recommended.</summary>
    public static IControlLoop StabilizedAutoscalers(LoopSetting setting)
    {
        var (options, now) = (setting.Flags.Stabilizing, setting.Now());
        var next = setting.Start + setting.FirstTick(options.SyncPeriod);
        while (next < now) next += options.SyncPeriod;
        var controller = new StabilizedAutoscaler(options, setting.Start);
        controller.Know(setting.Known("HorizontalPodAutoscaler").Select(static known => known.Key), next);
        return controller;
    }

    public static IControlLoop Volumes(LoopSetting setting) => Volumes(setting, VolumeMatching.ByModes);

    internal static IControlLoop Volumes(LoopSetting setting, VolumeMatching matching) => new PersistentVolumeController(
        setting.Flags.Volumes with { Provisioner = setting.Flags.Provisioner, Matching = matching }, setting.Start,
        setting.OrderOf("persistentvolume-controller"));
}
