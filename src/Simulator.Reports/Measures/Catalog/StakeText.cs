using System.Globalization;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Catalog;

/// <summary>A stake in words, for tables.</summary>
public static class StakeText
{
    /// <summary><c>lower</c>, <c>higher</c>, <c>neither</c></summary>
    public static string Better(Stake stake) => stake.Better switch
    {
        Catalog.Better.Lower => "lower",
        Catalog.Better.Higher => "higher",
        _ => "neither",
    };

    /// <summary><c>5 %, 0.1 s</c>: of the two the larger; <c>any</c>.</summary>
    public static string MattersFrom(Stake stake, string unit)
    {
        IReadOnlyList<string> parts = [Share(stake.Relative), Amount(stake.Absolute, unit)];
        var text = string.Join(", ", parts.Where(part => part.Length > 0));
        return text.Length > 0 ? text : "any";
    }

    /// <summary><c>0.1 s</c>; "" for none.</summary>
    public static string Noise(Stake stake, string unit) => Amount(stake.Noise, unit);

    /// <summary><c>mean</c>, <c>skewed</c></summary>
    public static string Kind(Stake stake) => stake.Kind == StatisticKind.Mean ? "mean" : "skewed";

    private static string Share(double share) =>
        share == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.###} %");

    private static string Amount(double amount, string unit) =>
        amount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{amount:0.#######}{(HasName(unit) ? " " + unit : "")}");

    // What is counted is said by its unit already: 1 pod, 0.5 pods.
    private static bool HasName(string unit) => unit is "s" or "dollars" or "hours" or "kWh";
}
