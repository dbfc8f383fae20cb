using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Engine;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>
/// Durations that are drawn, as a scenario writes them: <c>30s</c>, <c>uniform 1s to 3s</c>, <c>exponential mean 40d</c>, <c>lognormal
/// median 98m sigma 0.9</c>.
/// </summary>
/// <remarks>Words need no quotes anywhere in YAML; brackets, commas, colons and equals signs between them are taken as spaces:
/// <c>exponential(mean=40d)</c>.</remarks>
public static class DistributionText
{
    public const string Allowed =
        "a duration such as 30s or 41d, or one to draw: uniform 1s to 3s, exponential mean 40d, lognormal median 98m sigma 0.9";

    private const string DaysPattern = @"([0-9]*\.?[0-9]*d|0|\+?([0-9]*\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+)";

    private const string Gap = "[ (),:=]+";

    /// <summary>A regular expression that takes what <see cref="Parse"/> takes, but for numbers that contradict each other.</summary>
    public const string Pattern =
        $"^({DaysPattern}|uniform{Gap}{DaysPattern}{Gap}(to{Gap})?{DaysPattern}[ )]*|exponential{Gap}(mean{Gap})?{DaysPattern}[ "
            + $")]*|lognormal{Gap}(median{Gap})?{DaysPattern}{Gap}(sigma{Gap})?[0-9]*\\.?[0-9]*[ )]*)$";

    /// <summary>Wider tails than any measured one: an error in the unit.</summary>
    private const double SigmaMax = 5;

    /// <summary>The distribution, or null and what is wrong in it ("" if it has none of the forms).</summary>
    public static IDistribution? Parse(string text, out string problem)
    {
        problem = "";
        var distribution = Read(text, ref problem);
        if (distribution is null || LargestOf(distribution) <= GoDuration.Longest) return distribution;
        problem = $"is {GoDuration.TooLong}";
        return null;
    }

    private static IDistribution? Read(string text, ref string problem)
    {
        var words = text.Split([' ', '(', ')', ',', ':', '='], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["uniform", var low, "to", var high] => Uniform(low, high, ref problem),
            ["uniform", var low, var high] => Uniform(low, high, ref problem),
            ["exponential", "mean", var mean] => Exponential(mean, ref problem),
            ["exponential", var mean] => Exponential(mean, ref problem),
            ["lognormal", "median", var median, "sigma", var sigma] => LogNormal(median, sigma, ref problem),
            ["lognormal", var median, var sigma] => LogNormal(median, sigma, ref problem),
            [_] when TryDuration(text, out var value) => Constant(value, ref problem),
            _ => null,
        };
    }

    public static string Format(IDistribution distribution) => distribution switch
    {
        Constant constant => GoDuration.Format(constant.Value),
        Uniform uniform => $"uniform {GoDuration.Format(uniform.Low)} to {GoDuration.Format(uniform.High)}",
        Exponential exponential => $"exponential mean {GoDuration.Format(exponential.Mean)}",
        LogNormal normal =>
            string.Create(CultureInfo.InvariantCulture, $"lognormal median {GoDuration.Format(normal.Median)} sigma {normal.Sigma}"),
        _ => throw new NotSupportedException($"A scenario has no form for {distribution.GetType().Name}."),
    };

    /// <summary>Of the durations that were written; what is drawn is capped by the engine.</summary>
    private static TimeSpan LargestOf(IDistribution distribution) => distribution switch
    {
        Uniform uniform => uniform.High,
        LogNormal normal => normal.Median,
        _ => distribution.Mean,
    };

    private static IDistribution? Constant(TimeSpan value, ref string problem)
    {
        if (value >= TimeSpan.Zero) return new Constant(value);
        problem = "is negative; allowed are durations from 0";
        return null;
    }

    private static IDistribution? Uniform(string low, string high, ref string problem)
    {
        if (!TryDuration(low, out var from) || !TryDuration(high, out var to)) return null;
        if (from >= TimeSpan.Zero && from <= to) return new Uniform(from, to);
        problem = from > to ? "begins after its end" : "begins below 0";
        return null;
    }

    private static IDistribution? Exponential(string mean, ref string problem)
    {
        if (!TryDuration(mean, out var value)) return null;
        if (value > TimeSpan.Zero) return new Exponential(value);
        problem = "has a mean that is not above 0";
        return null;
    }

    private static IDistribution? LogNormal(string median, string sigma, ref string problem)
    {
        if (!TryDuration(median, out var value)) return null;
        if (!double.TryParse(sigma, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var deviation)) return null;
        if (value > TimeSpan.Zero && deviation <= SigmaMax) return new LogNormal(value, deviation);
        problem = value > TimeSpan.Zero ? $"has a sigma above {SigmaMax}" : "has a median that is not above 0";
        return null;
    }

    /// <summary>As everywhere, and days, which times to failure are told in.</summary>
    private static bool TryDuration(string text, out TimeSpan duration)
    {
        if (!text.EndsWith('d')) return GoDuration.TryParse(text, out duration);
        duration = TimeSpan.Zero;
        if (!double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) || days > 1_000_000)
        {
            return false;
        }
        duration = TimeSpan.FromDays(days);
        return true;
    }
}
