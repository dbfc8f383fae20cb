using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>The words of events and conditions.</summary>
internal static class MetricText
{
    public const string NoPods = "no pods returned by selector while calculating replica count";

    /// <summary>Why a metrics API has given nothing; null if it has given something.</summary>
    /// <param name="count">Items of the answer.</param>
    public static string? FailureOf(ApiResponse response, string api, int? count)
    {
        if (!response.IsOk) return $"unable to fetch metrics from {api} metrics API: {response.Outcome}";
        return count is null or 0 ? $"no metrics returned from {api} metrics API" : null;
    }

    /// <summary>As Go prints a pointer to a selector.</summary>
    public static string Of(LabelSelector? selector)
    {
        if (selector is null) return "nil";
        var labels = selector.MatchLabels.Count == 0
            ? "map[string]string{}"
            : $"map[string]string{{{string.Concat(selector.MatchLabels.Select(pair => $"{pair.Key}: {pair.Value},"))}}}";
        var expressions = string.Concat(selector.MatchExpressions.Select(expression =>
            $"LabelSelectorRequirement{{Key:{expression.Key},Operator:{expression.Operator},Values:[{string.Join(' ', expression.Values)}"
                + "],},"));
        return $"&LabelSelector{{MatchLabels:{labels},MatchExpressions:[]LabelSelectorRequirement{{{expressions}}},}}";
    }
}
