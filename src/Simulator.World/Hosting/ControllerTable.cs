using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Jobs;
using Simulator.ControlPlane.Controllers.LoadBalancers;
using Simulator.ControlPlane.Controllers.Namespaces;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Quotas;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.ControlPlane.Controllers.TerminatedPods;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>What a controller is made from when its process starts.</summary>
/// <param name="Hosted">Knows what its real counterpart leaves to chance.</param>
internal sealed record ControllerContext(ControllerManagerOptions Flags, Instant Start, Hosted Hosted)
{
    /// <summary>How long after the start the first tick of a period comes.</summary>
    public Func<TimeSpan, TimeSpan> FirstTick { get; init; } = static period => period;

    /// <summary>Objects of a kind that the process has known for long.</summary>
    public Func<string, IReadOnlyList<ApiObject>> Known { get; init; } = static _ => [];

    public IMapOrder OrderOf(string controller) => Hosted.MapOrderOf(controller);
}

/// <param name="Kind">The controller does nothing before an object of this kind exists; until then the simulator leaves it out.</param>
internal sealed record ControllerEntry(string Kind, Func<ControllerContext, IControlLoop> Make)
{
    /// <summary>Where any of several kinds will do.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [Kind];
}

/// <summary>
/// The controllers of kube-controller-manager that need nothing but flags and time, in the order in which they are started; null where a
/// flag leaves one out.
/// </summary>
internal static class ControllerTable
{
    public static IReadOnlyList<Func<ControllerContext, IControlLoop?>> All { get; } =
    [
        context => new ReplicationManager(context.Flags.Replication, context.Start, ReplicaKind.ReplicationControllers),
        context => new EndpointsController(context.Flags.Endpoints, context.Start),
        context =>
            context.Flags.TerminatedPods.Threshold > 0 ? new TerminatedPodCollector(context.Flags.TerminatedPods, context.Start) : null,
        context =>
            context.Flags.CloudProvider
                ? new LoadBalancerController(context.Flags.LoadBalancers, context.Start, context.OrderOf("service-controller"))
                : null,
        context => new QuotaController(context.Flags.Quotas, context.Start),
        context => new NamespaceController(context.Flags.Namespaces, context.Start),
    ];

    public static IReadOnlyList<ControllerEntry> OfWorkloads { get; } =
    [
        new(
            "Deployment",
            context => new DeploymentController(context.Flags.Deployments, context.Start, context.OrderOf("deployment-controller"))),
        new("ReplicaSet", context => new ReplicationManager(context.Flags.ReplicaSets, context.Start, ReplicaKind.ReplicaSets)),
        new(
            "DaemonSet",
            context => new DaemonSetController(context.Flags.DaemonSets, context.Start, context.OrderOf("daemon-set-controller"))),
        new("Job", context => new JobController(context.Flags.Jobs, context.Start)),
        new("PetSet", PetSets),
        new("HorizontalPodAutoscaler", Autoscalers),
        new("PersistentVolumeClaim", Volumes) { Kinds = ["PersistentVolumeClaim", "PersistentVolume"] },
    ];

    /// <summary>Null: no cloud provider.</summary>
    public static DiskProvisioner? ProvisionerOf(ControllerManagerOptions flags) =>
        !flags.CloudProvider ? null : flags.Cloud == CloudKind.Gce ? DiskProvisioner.Gce : DiskProvisioner.Aws;

    private static PetSetController PetSets(ControllerContext context) =>
        new(
            context.Flags.PetSets, context.Start,
            PetLists.For(context.Flags.PetSets.PetList, context.Hosted.StreamOf("pet-lists").NextDouble));

    /// <summary>One that is hosted late has had its ticks all the time.</summary>
    private static HorizontalController Autoscalers(ControllerContext context)
    {
        var (options, now) = (context.Flags.Autoscaling, Instant.FromStart(context.Hosted.Simulation.Now));
        var tick = context.Start + context.FirstTick(options.SyncPeriod);
        while (tick < now) tick += options.SyncPeriod;
        var controller = new HorizontalController(options, tick, context.OrderOf("horizontal-pod-autoscaler"));
        controller.Know(context.Known("HorizontalPodAutoscaler").Cast<HorizontalPodAutoscaler>());
        return controller;
    }

    private static PersistentVolumeController Volumes(ControllerContext context) =>
        new(
            context.Flags.Volumes with { Provisioner = ProvisionerOf(context.Flags) }, context.Start,
            context.OrderOf("persistentvolume-controller"));
}
