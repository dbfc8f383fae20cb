using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Which service stands for which workloads, by the labels of the scenario's manifests.</summary>
internal static class ServiceSelection
{
    /// <returns>For each service that selects anything, in the order of the scenario: cluster, service, its workloads.</returns>
    public static IEnumerable<(string Cluster, string Service, IReadOnlyList<string> Workloads)> Of(Scenario scenario) =>
        scenario.Clusters.SelectMany(cluster =>
        {
            var objects = cluster.Workloads.SelectMany(workload => workload.Objects).ToArray();
            var templates = objects.Select(value => (value.Key, value.Metadata.Namespace, Labels: TemplateLabels(value)))
                .Where(template => template.Labels is not null)
                .ToArray();
            return objects.OfType<Service>().Where(service => service.Selector is not null).Select(service =>
            {
                IReadOnlyList<string> selected = [.. templates
                    .Where(template => template.Namespace == service.Namespace && service.Selector!.IsSubsetOf(template.Labels!))
                    .Select(template => template.Key.ToString())];
                return (cluster.Name, service.Key.ToString(), selected);
            });
        });

    private static LabelSet? TemplateLabels(ApiObject value) => value switch
    {
        IPodOwner owner => owner.Template.Labels,
        _ => null,
    };
}
