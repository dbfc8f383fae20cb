using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Services that select no pod of the scenario: they never have an address.</summary>
internal sealed class UnselectedPods : IClusterRule
{
    /// <summary>Written by controllers on the pods that they make.</summary>
    private static readonly string[] Generated = [WellKnownLabels.PodTemplateHash, WellKnownLabels.ControllerUid, WellKnownLabels.JobName];

    private const int ValuesShown = 3;

    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not Service service) continue;
            if (service.Selector is not { } selector)
            {
                if (IsWithoutBackend(service, view)) yield return new Omission(Effect.ChangesDecisions, "Service", "spec", $"{service.Name} has neither a selector nor Endpoints: no request to it is answered", placed.Place);
                continue;
            }

            if (IsSelecting(selector, service, view)) continue;
            var users = view.Cluster.Traffic.Any(traffic => traffic.Addresses(service)) ? ", and no request to it is answered" : "";
            yield return new Omission(Effect.ChangesDecisions, "Service", "spec.selector", $"the selector of {service.Name} ({Wording.Shortened(selector.ToString())}) matches no pod of the scenario: it has no endpoints{users}{Near(selector, service, view)}", FieldPlace.Of(placed.Place, "spec.selector") ?? placed.Place, placed.Place);
        }
    }

    private static bool IsWithoutBackend(Service service, ClusterView view) =>
        view.Cluster.Traffic.Any(traffic => traffic.Addresses(service)) && !view.Objects.Any(placed => placed.Value is Endpoints && placed.Value.Key == service.Key);

    private static bool IsSelecting(LabelSet selector, Service service, ClusterView view) => Selected(selector, service, view).Any();

    /// <summary>The pods and templates behind a service, as far as labels tell before a controller has written its own.</summary>
    public static IEnumerable<PodUse> Selected(LabelSet selector, Service service, ClusterView view)
    {
        var first = selector.FirstOrDefault(label => !Generated.Contains(label.Key));
        return first.Key is null ? view.Pods.Where(pod => pod.Namespace == service.Namespace) : view.PodsWith(service.Namespace, first.Key, first.Value).Where(pod => IsSelected(pod, selector));
    }

    private static bool IsSelected(PodUse pod, LabelSet selector) =>
        selector.All(label => Generated.Contains(label.Key) || (pod.Labels.TryGetValue(label.Key, out var value) && value == label.Value));

    /// <summary>What pods of the namespace have under a key whose value none has: one of it may have been meant.</summary>
    private static string Near(LabelSet selector, Service service, ClusterView view)
    {
        foreach (var (key, value) in selector)
        {
            var values = view.Pods.Where(pod => pod.Namespace == service.Namespace).Select(pod => pod.Labels.TryGetValue(key, out var found) ? found : null).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 0 && !values.Contains(value)) return $"; pods have {key}={string.Join('|', values.Order(StringComparer.Ordinal).Take(ValuesShown))}";
        }

        return "";
    }
}
