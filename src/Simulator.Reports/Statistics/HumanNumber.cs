using System.Globalization;

namespace Simulator.Reports.Statistics;

/// <summary>Counts and shares as people write them: <c>20,010</c>, <c>41 %</c>.</summary>
public static class HumanNumber
{
    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 node</c>, <c>2,000 nodes</c>.</summary>
    public static string Count(double value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";

    /// <summary>A share from 0 to 1 as a percentage that never rounds up to 100 or down to 0.</summary>
    public static string Percent(double share) => share switch
    {
        <= 0 => "0 %",
        >= 1 => "100 %",
        > 0.99 => $"{(Math.Floor(share * 100_000) / 1000).ToString("0.###", CultureInfo.InvariantCulture)} %",
        < 0.01 => $"{(Math.Ceiling(share * 100_000) / 1000).ToString("0.###", CultureInfo.InvariantCulture)} %",
        _ => $"{(share * 100).ToString("0", CultureInfo.InvariantCulture)} %",
    };

    /// <summary>US dollars: <c>$0.0475</c>, <c>$12.30</c>, <c>$4,810</c>; "" for null.</summary>
    public static string Dollars(double? value) => value switch
    {
        null => "",
        >= 1000 => $"${Count(value.Value)}",
        >= 1 => $"${value.Value.ToString("0.00", CultureInfo.InvariantCulture)}",
        _ => $"${value.Value.ToString("0.00##", CultureInfo.InvariantCulture)}",
    };

    /// <summary>Up to three decimals, thousands separated.</summary>
    public static string Plain(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
