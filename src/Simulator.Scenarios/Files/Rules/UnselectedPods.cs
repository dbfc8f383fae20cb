using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Services that select no pod of the scenario: they never have an address.</summary>
internal sealed class UnselectedPods : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not Service { Type: not "ExternalName" } service) continue;
            if (service.Selector is not { } selector)
            {
                if (IsWithoutBackend(service, view))
                {
                    yield return new Omission(
                        Effect.ChangesDecisions, "Service", "spec",
                        $"{service.Name} has neither a selector nor Endpoints: no request to it is answered", placed.Place);
                }
                continue;
            }

            if (SelectedPods.IsAny(selector, service.Namespace, view)) continue;
            var users = view.Cluster.Traffic.Any(traffic => traffic.Addresses(service)) ? ", and no request to it is answered" : "";
            yield return new Omission(
                Effect.ChangesDecisions, "Service", "spec.selector",
                $"the selector of {service.Name} ({Wording.Shortened(selector.ToString())}) matches no pod of the scenario: it has no "
                    + $"endpoints{users}{SelectedPods.Near(selector, service.Namespace, view)}",
                FieldPlace.Of(placed.Place, "spec.selector") ?? placed.Place, placed.Place);
        }
    }

    private static bool IsWithoutBackend(Service service, ClusterView view) =>
        view.Cluster.Traffic.Any(traffic => traffic.Addresses(service))
            && !view.Objects.Any(placed => placed.Value is Endpoints && placed.Value.Key == service.Key);
}
