using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>The addresses of services whose pods run from the start, as their controllers would have written them.</summary>
internal static class FirstAddresses
{
    public static void Put(SimulatedCluster cluster)
    {
        var templates = PodsByTemplate(cluster.Store.List("Pod"));
        foreach (var service in cluster.Store.List("Service").Cast<Service>().ToList()) Put(cluster, service, templates);
    }

    /// <summary>
    /// Pods of one template share their labels, so a selector is asked once a template. Those without a node have no address.
    /// </summary>
    private static Dictionary<(string Namespace, LabelSet Labels), List<Pod>> PodsByTemplate(IReadOnlyList<ApiObject> pods)
    {
        var templates = new Dictionary<(string Namespace, LabelSet Labels), List<Pod>>();
        (string Namespace, LabelSet Labels) last = ("", LabelSet.Empty);
        List<Pod>? ofLast = null;
        for (var i = 0; i < pods.Count; i++)
        {
            if (pods[i] is not Pod { IsAssigned: true } pod) continue;
            var template = (pod.Namespace, pod.Metadata.Labels);
            if ((ofLast is null || template != last) && !templates.TryGetValue(template, out ofLast)) templates.Add(template, ofLast = []);
            last = template;
            ofLast.Add(pod);
        }

        return templates;
    }

    private static void Put(
        SimulatedCluster cluster, Service service, Dictionary<(string Namespace, LabelSet Labels), List<Pod>> templates)
    {
        if (service.Selector is not { } selector) return;
        List<Pod> selected = [];
        foreach (var ((home, labels), pods) in templates)
        {
            if (home == service.Namespace && selector.IsSubsetOf(labels)) selected.AddRange(pods);
        }

        foreach (var value in cluster.Spec.Version.Settled.Serving(service, selected))
        {
            cluster.Store.Put(value.Name.Length > 0 ? value : cluster.Server.Review(value, ClusterSpec.LongAgo).Object);
        }
    }
}
