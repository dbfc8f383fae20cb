using Simulator.Api;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Whether labels select a pod that the scenario ever has, and what they may have meant if not.</summary>
internal static class SelectedPods
{
    /// <summary>Written by controllers on the pods that they make.</summary>
    private static readonly string[] Generated = [WellKnownLabels.PodTemplateHash, WellKnownLabels.ControllerUid, WellKnownLabels.JobName];

    private const int ValuesShown = 3;

    public static bool IsAny(LabelSet selector, string home, ClusterView view) => Of(selector, home, view).Any();

    /// <summary>The pods and templates that labels select, as far as can be told before a controller has written its own.</summary>
    public static IEnumerable<PodUse> Of(LabelSet selector, string home, ClusterView view)
    {
        var first = selector.FirstOrDefault(label => !Generated.Contains(label.Key));
        return first.Key is null
            ? view.Pods.Where(pod => pod.Namespace == home)
            : view.PodsWith(home, first.Key, first.Value).Where(pod => IsSelected(pod, selector));
    }

    private static bool IsSelected(PodUse pod, LabelSet selector) =>
        selector.All(label => Generated.Contains(label.Key) || (pod.Labels.TryGetValue(label.Key, out var value) && value == label.Value));

    /// <summary>What pods of the namespace have under a key whose value none has: one of it may have been meant.</summary>
    public static string Near(LabelSet selector, string home, ClusterView view)
    {
        foreach (var (key, value) in selector)
        {
            var values = view.Pods.Where(pod => pod.Namespace == home)
                .Select(pod => pod.Labels.TryGetValue(key, out var found) ? found : null)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (values.Count > 0 && !values.Contains(value))
            {
                return $"; pods have {key}={string.Join('|', values.Order(StringComparer.Ordinal).Take(ValuesShown))}";
            }
        }

        return "";
    }
}
