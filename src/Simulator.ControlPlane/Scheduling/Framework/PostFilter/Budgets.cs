using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>Which victims no disruption budget allows (filterPodsWithPDBViolation of 1.20).</summary>
public static class Budgets
{
    /// <summary>True for each that exceeds a budget; the victims use the budgets up in their order.</summary>
    public static bool[] Violations(IReadOnlyList<NodePod> victims, ClusterObjects objects)
    {
        var budgets = objects.All<PodDisruptionBudget>().ToArray();
        var selectors = Array.ConvertAll(budgets, Compile);
        var left = Array.ConvertAll(budgets, budget => budget.Status.DisruptionsAllowed);
        var violations = new bool[victims.Count];
        for (var i = 0; i < violations.Length; i++)
        {
            for (var b = 0; b < budgets.Length; b++)
            {
                if (!Covers(budgets[b], selectors[b], victims[i].Pod)) continue;
                left[b]--;
                violations[i] |= left[b] < 0;
            }
        }

        return violations;
    }

    /// <summary>How many of the victims each budget counts, in the order of keys; those that count none are left out.</summary>
    public static IEnumerable<(PodDisruptionBudget Budget, int Victims)> Counting(IReadOnlyList<NodePod> victims, ClusterObjects objects)
    {
        foreach (var budget in objects.All<PodDisruptionBudget>())
        {
            var selector = Compile(budget);
            var count = victims.Count(victim => Covers(budget, selector, victim.Pod));
            if (count > 0) yield return (budget, count);
        }
    }

    private static SelectorMatcher? Compile(PodDisruptionBudget budget) =>
        budget.Selector is { IsEmpty: false } selector && SelectorMatcher.TryCompile(selector, out var matcher, out _) ? matcher : null;

    /// <summary>A pod that the API server has already counted as disrupted does not count again.</summary>
    private static bool Covers(PodDisruptionBudget budget, SelectorMatcher? selector, Pod pod) =>
        selector is not null && budget.Namespace == pod.Namespace && pod.Metadata.Labels.Count > 0
        && selector.Matches(pod.Metadata.Labels) && !budget.Status.DisruptedPods.ContainsKey(pod.Name);
}
