using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds what the pods ask for against what the nodes have.</summary>
internal static class CapacityCheck
{
    public static void Check(ClusterSpec cluster, FieldReader fields)
    {
        var pods = PodCount.WithAutoscalers(cluster, []);
        if (pods > PodCount.Max) fields.ErrorAt("workloads", PodCount.TooMany(pods, PodCount.Of(cluster, [])));
        if (fields.Context.Diagnostics.HasErrors || cluster.Start != ClusterStart.Settled || cluster.NodePools.Count == 0) return;
        IReadOnlyList<ApiObject> atStart = [.. cluster.Workloads.Where(
            workload => workload.At == TimeSpan.Zero).SelectMany(workload => workload.Objects)];
        Compare(
            fields, "pods", atStart.Sum(
                value => (decimal)PodCount.Of(value, cluster)), Total(cluster, ResourceNames.Pods), count => $"{count:N0} pods");
        Compare(
            fields, ResourceNames.Cpu, Requested(atStart, cluster, ResourceNames.Cpu), Total(cluster, ResourceNames.Cpu),
            cpu => $"{cpu:N0} CPU");
        Compare(
            fields, ResourceNames.Memory, Requested(atStart, cluster, ResourceNames.Memory), Total(cluster, ResourceNames.Memory),
            bytes => $"{bytes / (1 << 30):N0} Gi of memory");
    }

    private static void Compare(FieldReader fields, string what, decimal wanted, decimal there, Func<decimal, string> shown)
    {
        if (wanted <= there) return;
        var at = new SourceCursor(fields.Node["workloads"] ?? fields.Node, fields.Path.Child("workloads"), fields.Context);
        at.Remark($"the pods of the start ask for {shown(wanted)}, and all nodes together have {shown(there)}: some stay Pending for "
            + $"want of {what}");
    }

    private static decimal Total(ClusterSpec cluster, string resource) =>
        cluster.NodePools.Sum(pool => pool.Count * Amount(pool.Allocatable ?? pool.Capacity, resource));

    private static decimal Requested(IEnumerable<ApiObject> objects, ClusterSpec cluster, string resource) =>
        objects.Sum(value => value switch
    {
        IPodOwner owner => (decimal)PodCount.Of(value, cluster) * Requested(owner.Template.Spec, resource),
        Pod pod => Requested(pod.Spec, resource),
        _ => 0,
    });

    private static decimal Requested(PodSpec pod, string resource) => pod.Containers.Sum(container => Amount(container.Requests, resource));

    /// <summary>In units.</summary>
    private static decimal Amount(ResourceList amounts, string resource) =>
        resource == ResourceNames.Cpu ? amounts.MilliValue(resource) / 1000m : amounts.Value(resource);
}
