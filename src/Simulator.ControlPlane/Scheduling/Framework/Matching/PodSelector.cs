using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>A label selector of today's API: absent selects nothing, empty everything.</summary>
public static class PodSelector
{
    /// <summary>False if an operator, key or value is wrong.</summary>
    /// <param name="matcher">Null: nothing is selected.</param>
    public static bool TryCompile(LabelSelector? selector, out SelectorMatcher? matcher)
    {
        matcher = null;
        return selector is null || SelectorMatcher.TryCompile(selector, out matcher, out _);
    }
}
