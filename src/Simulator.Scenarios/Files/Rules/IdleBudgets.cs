using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Disruption budgets that no pod of the scenario counts for: nothing is held up.</summary>
internal sealed class IdleBudgets : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not PodDisruptionBudget budget || WhyIdle(budget, view) is not { } why) continue;
            yield return new Omission(
                Effect.ChangesDecisions, budget.Kind, "spec.selector", why,
                FieldPlace.Of(placed.Place, "spec.selector") ?? placed.Place, placed.Place);
        }
    }

    private static string? WhyIdle(PodDisruptionBudget budget, ClusterView view)
    {
        const string Result = "no eviction is held up by it";
        if (budget.Selector is not { IsEmpty: false } selector) return $"{budget.Name} has no selector, and so no pods: {Result}";
        if (!SelectorMatcher.TryCompile(selector, out var matcher, out _)) return null;
        if (view.Pods.Any(pod => pod.Namespace == budget.Namespace && matcher.Matches(pod.Labels))) return null;
        return $"the selector of {budget.Name} matches no pod of the scenario: {Result}"
            + $"{SelectedPods.Near(selector.MatchLabels, budget.Namespace, view)}";
    }
}
