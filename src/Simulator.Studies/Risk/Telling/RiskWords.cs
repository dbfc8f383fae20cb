using System.Globalization;
using Simulator.Reports.Statistics;
using Simulator.Studies.Axes;
using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Telling;

/// <summary>Pieces of sentences about risk.</summary>
internal static class RiskWords
{
    private const int DecimalsMax = 7;

    /// <summary>Of the recovery, in its order.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["unnoticed", "grace", "eviction", "replacement", "start", "rest"];

    /// <summary><c>99.987 % ± 0.004</c>: as many decimals as the interval is worth.</summary>
    public static string Availability(ServiceRisk risk)
    {
        var decimals = Decimals(risk.Half > 0 ? risk.Half : 1 - risk.Availability);
        var share = Percent(risk.Availability, decimals);
        return risk.Half > 0 ? $"{share} % ± {Percent(risk.Half, decimals)}" : $"{share} %";
    }

    /// <summary><c>better by 0.006 ± 0.001</c>, in percent.</summary>
    public static string Verdict(Mean difference)
    {
        var (value, half) = (-difference.Value / ServiceRisk.Year, difference.Half / ServiceRisk.Year);
        var decimals = Decimals(half > 0 ? half : Math.Abs(value));
        if (Math.Abs(value) <= half || value == 0) return half > 0 ? $"no difference seen (± {Percent(half, decimals)})" : "no difference";
        var interval = half > 0 ? $" ± {Percent(half, decimals)}" : "";
        return $"{(value > 0 ? "better" : "worse")} by {Percent(Math.Abs(value), decimals)}{interval}";
    }

    /// <summary>What is counted.</summary>
    public static string Measure(LossKind kind) => kind switch
    {
        LossKind.Requests => "requests that are answered",
        LossKind.Replicas => "replicas that are ready and serve",
        _ => "time in which a replica is ready and serves",
    };

    /// <summary><c>0.6 a year</c>, <c>268 a year</c>.</summary>
    public static string Often(double perYear) => $"{Number(perYear)} a year";

    private static string Number(double perYear) => perYear switch
    {
        >= 10 => HumanNumber.Count(Math.Round(perYear)),
        < 0.1 => perYear.ToString("0.0##", CultureInfo.InvariantCulture),
        _ => perYear.ToString("0.0#", CultureInfo.InvariantCulture),
    };

    /// <summary><c>40 s unnoticed, 5 min grace, 1 h 5 min eviction</c>: what matters of it.</summary>
    public static string PartsOf(PartTimes times)
    {
        const double Least = 0.02;
        var total = times.Total;
        return string.Join(", ", Enum.GetValues<RecoveryPart>()
            .Where(part => total > 0 && times[part] >= Least * total)
            .Select(part => $"{Time(times[part])} {Parts[(int)part]}"));
    }

    public static string Time(double seconds) => seconds == 0 ? "0 s" : HumanTime.Long(seconds);

    /// <summary>By the last word of its path: <c>deleting-pods-qps 10</c>.</summary>
    public static string Of(Setting setting) => ShortNames.Of([setting], " ");

    private static string Percent(double share, int decimals) => (share * 100).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>So many that a share (as a percentage) has one digit that is not zero, two at the least.</summary>
    private static int Decimals(double share) =>
        share <= 0 ? 3 : Math.Clamp((int)Math.Ceiling(-Math.Log10(share * 100)), 2, DecimalsMax);
}
