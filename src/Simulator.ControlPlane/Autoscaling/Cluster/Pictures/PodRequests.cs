using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>
/// What the containers of a pod ask for, exact: sums are rounded at their end only. Worked out once a template; init containers do not
/// count (estimator/estimator.go, simulator/cluster.go).
/// </summary>
internal sealed class PodRequests
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Container>, PodRequests> ByContainers = [];

    private PodRequests(IReadOnlyList<Container> containers)
    {
        foreach (var container in containers)
        {
            CpuNanos += NanosOf(container, ResourceNames.Cpu);
            MemoryNanos += NanosOf(container, ResourceNames.Memory);
        }

        HostPorts = [.. containers.SelectMany(container => container.Ports)
            .Select(port => port.HostPort)
            .Where(port => port > 0)
            .Distinct()];
    }

    /// <summary>Billionths of a CPU.</summary>
    public Int128 CpuNanos { get; }

    /// <summary>Billionths of a byte.</summary>
    public Int128 MemoryNanos { get; }

    public int[] HostPorts { get; }

    public static PodRequests Of(Pod pod) => ByContainers.GetValue(pod.Spec.Containers, static containers => new PodRequests(containers));

    private static Int128 NanosOf(Container container, string resource) =>
        container.Requests.TryGet(resource, out var amount) ? amount.Nanos : 0;
}
