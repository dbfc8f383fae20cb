using Simulator.Reports.Measures.Steady;
using Simulator.Reports.Statistics;
using Simulator.Studies.Results;

namespace Simulator.Studies.Replication;

/// <summary>What is said of the warm-up that a steady state leaves out.</summary>
internal static class WarmUpText
{
    /// <summary>One sentence.</summary>
    public static string Of(WarmUpChoice choice, VariantResult result)
    {
        if (choice.Length is { } length)
        {
            return $"The first {HumanTime.Long(length.TotalSeconds)} of each run are left out of its steady state.";
        }
        if (result.Measure(SteadyState.WarmUpMeasure) is not { } found) return $"No run has settled: none has a steady state. {Longer}";
        var unsettled = found.Runs - found.Count;
        return $"The warm-up that is left out of the steady state is {HumanTime.Long(found.Mean.Value)} on average, "
            + $"{HumanTime.Long(found.Most)} at most (MSER-5)."
            + (unsettled == 0 ? "" : $" {unsettled} of {found.Runs} runs {(unsettled == 1 ? "has" : "have")} not settled. {Longer}");
    }

    /// <summary>Beside the other sentences of how numbers were made.</summary>
    public static string Method(WarmUpChoice choice) =>
        "The steady state is the mean over time, at up to 2,000 even moments, after a warm-up "
            + (choice.Length is null
                ? "that is found in each run: so much of its start as makes the mean of the rest most exact (MSER-5, White 1997). "
                : "of the same length in each run. ")
            + "Of one run alone its interval comes from the means of 20 stretches (batch means).";

    private const string Longer = "A longer duration lets it settle, or --warm-up with a length of its own.";
}
