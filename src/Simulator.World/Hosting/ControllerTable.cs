using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Controllers;

namespace Simulator.World;

/// <summary>What a controller is made from when its process starts.</summary>
internal sealed record ControllerContext(ControllerManagerOptions Flags, Instant Start);

/// <summary>The controllers of kube-controller-manager that need nothing but flags and time, in the order in which they are started; null where a flag leaves one out.</summary>
internal static class ControllerTable
{
    public static IReadOnlyList<Func<ControllerContext, IControlLoop?>> All { get; } =
    [
        context => new ReplicationManager(context.Flags.Replication, context.Start),
        context => new EndpointsController(context.Flags.Endpoints, context.Start),
        context => context.Flags.TerminatedPods.Threshold > 0 ? new TerminatedPodCollector(context.Flags.TerminatedPods, context.Start) : null,
        context => context.Flags.CloudProvider ? new LoadBalancerController(context.Flags.LoadBalancers, context.Start) : null,
        context => new QuotaController(context.Flags.Quotas, context.Start),
        context => new NamespaceController(context.Flags.Namespaces, context.Start),
    ];
}
