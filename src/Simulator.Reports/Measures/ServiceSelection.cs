using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Which service stands for which workloads, by the labels of the scenario's manifests.</summary>
public static class ServiceSelection
{
    /// <returns>For each service that selects anything, in the order of the scenario: cluster, service, its workloads.</returns>
    public static IEnumerable<(string Cluster, string Service, IReadOnlyList<string> Workloads)> Of(Scenario scenario) =>
        scenario.Clusters.SelectMany(cluster =>
        {
            var objects = cluster.Workloads.SelectMany(workload => workload.Objects).ToArray();
            var templates = objects.Select(value => (value.Key, value.Metadata.Namespace, Labels: TemplateLabels(value)))
                .Where(template => template.Labels is not null)
                .ToArray();

            // By one label of each selector: otherwise every service would look at every workload.
            var labelled = templates
                .SelectMany(template => template.Labels!.Select(label => (template.Namespace, label.Key, label.Value, Template: template)))
                .ToLookup(entry => (entry.Namespace, entry.Key, entry.Value), entry => entry.Template);
            return objects.OfType<Service>().Where(service => service.Selector is not null).Select(service =>
            {
                var near = service.Selector!.Count == 0
                    ? templates
                    : service.Selector.Take(1).SelectMany(label => labelled[(service.Namespace, label.Key, label.Value)]);
                IReadOnlyList<string> selected = [.. near
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
