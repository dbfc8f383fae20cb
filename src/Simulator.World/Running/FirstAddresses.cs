using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>The addresses of services whose pods run from the start, as their controllers would have written them.</summary>
internal static class FirstAddresses
{
    /// <summary>Pods of one template share their labels, so a selector is asked once a template.</summary>
    public static void Put(SimulatedCluster cluster)
    {
        var pods = cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod.IsAssigned).ToLookup(pod => (pod.Namespace, pod.Metadata.Labels));
        foreach (var service in cluster.Store.List("Service").Cast<Service>().ToList()) Put(cluster, service, pods);
    }

    private static void Put(SimulatedCluster cluster, Service service, ILookup<(string Namespace, LabelSet Labels), Pod> pods)
    {
        if (service.Selector is not { } selector) return;
        var selected = pods.Where(group => group.Key.Namespace == service.Namespace && selector.IsSubsetOf(group.Key.Labels))
            .SelectMany(group => group);
        foreach (var value in cluster.Spec.Version.Settled.Serving(service, [.. selected]))
        {
            cluster.Store.Put(value.Name.Length > 0 ? value : cluster.Server.Review(value, ClusterSpec.LongAgo).Object);
        }
    }
}
