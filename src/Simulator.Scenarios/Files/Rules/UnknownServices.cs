using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Traffic to services that nothing in the scenario brings, or that the API server refuses: its requests are never sent.</summary>
internal sealed class UnknownServices : IClusterRule
{
    private const string Kind = "traffic entry";

    public IEnumerable<Omission> Check(ClusterView view)
    {
        var services = view.Objects.Select(placed => placed.Value).OfType<Service>().ToList();
        foreach (var (traffic, place) in view.Cluster.Traffic.Zip(view.TrafficPlaces))
        {
            if (traffic.Labels.Count > 0 && view.Operations.Any(ChangesLabels)) continue;
            if (traffic.Services.Count == 0 && !services.Exists(traffic.Addresses))
            {
                yield return At(
                    place, "labels",
                    $"no service in namespace '{traffic.Namespace}' has the labels {Wording.Shortened(traffic.Labels.ToString())}: no "
                        + "request of it is ever sent");
            }
            foreach (var call in traffic.Calls)
            {
                if (!services.Exists(service => service.Namespace == traffic.Namespace && service.Name == call.Service))
                {
                    var called = traffic with { Labels = LabelSet.Empty };
                    yield return At(
                        place, "calls",
                        $"{Lack(call.Service, called, services)}: no call of it is answered{Near(call.Service, called, services)}");
                }
            }

            foreach (var name in traffic.Services)
            {
                if (!services.Exists((traffic with { Services = [name] }).Addresses)
                    && !view.Operations.Any(operation => Exposes(operation, name, traffic)))
                {
                    yield return At(
                        place, "services",
                        $"{Lack(name, traffic, services)}: no request to it is ever sent{Near(name, traffic, services)}");
                }
            }
        }
    }

    /// <summary>What labels a service has by then is not known here: expose copies those of what it exposes.</summary>
    private static bool ChangesLabels(OperationSpec operation) => operation is ExposeOperation or LabelOperation { Kind: "Service" };

    private static bool Exposes(OperationSpec operation, string name, TrafficSpec traffic) =>
        operation is ExposeOperation expose
            && expose.Key.Namespace == traffic.Namespace
            && NamePattern.Matches(name, expose.Name ?? expose.Key.Name);

    private static string Lack(string name, TrafficSpec traffic, List<Service> services)
    {
        var isThere = services.Exists((traffic with { Services = [name], Labels = LabelSet.Empty }).Addresses);
        var labels = isThere ? $" with the labels {Wording.Shortened(traffic.Labels.ToString())}" : "";
        return $"nothing in the scenario creates a service '{Wording.Shortened(name)}'{labels} in namespace '{traffic.Namespace}'";
    }

    /// <summary>A name of the namespace that may have been meant, or the namespace where the name is.</summary>
    private static string Near(string name, TrafficSpec traffic, List<Service> services)
    {
        var elsewhere = services.Where(service => service.Name == name && service.Namespace != traffic.Namespace)
            .Select(service => service.Namespace)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (elsewhere is not null) return $"; there is one in namespace '{elsewhere}'";
        return Wording.DidYouMean(
            name,
            services.Where(service => service.Namespace == traffic.Namespace && service.Name != name).Select(service => service.Name));
    }

    private static Omission At(SourceNode entry, string field, string sentence) =>
        new(Effect.ChangesDecisions, Kind, field, sentence, FieldPlace.Of(entry, field) ?? entry, entry);
}
