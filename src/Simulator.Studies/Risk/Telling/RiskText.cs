using System.Globalization;
using Simulator.Reports.Statistics;

namespace Simulator.Studies.Risk.Telling;

/// <summary>What a study says on a terminal: the service that loses most, what it loses it to, what it would be otherwise.</summary>
public static class RiskText
{
    /// <summary>Of the other services, the first ones by what they lose.</summary>
    private const int OthersMax = 5;

    /// <summary>Below it, overlaps of three are nothing to speak of.</summary>
    private const double Crowded = 0.3;

    public static IReadOnlyList<string> Lines(RiskResult result)
    {
        if (result.Variants[0].Worst is not { } worst) return ["no service can lose anything: none has replicas of its own or traffic"];
        return [
            .. Answer(worst, worst), .. Comparisons(result, worst.Service), "", .. Others(result.Variants[0], worst), .. Cautions(result)];
    }

    private static IEnumerable<string> Answer(ServiceRisk worst, ServiceRisk service)
    {
        yield return $"availability of {service.Service}   {RiskWords.Availability(service)}   ({LostOf(service)}; "
            + $"{RiskWords.Measure(service.Kind)})";
        foreach (var line in RiskRows.Of(worst)) yield return $"  {line.Share,4}  {line.Name,-22} {line.Text}";
        yield return $"  {YearsOf(worst)}";
    }

    /// <summary><c>1 h 8 min a year</c>.</summary>
    public static string LostOf(ServiceRisk service) => service.AtMost is { } most
        ? $"nothing was lost in any run: at most {RiskWords.Time(most)} a year, 95 % sure"
        : $"{RiskWords.Time(service.Lost.Value)} a year";

    /// <summary>How years differ, in a sentence.</summary>
    public static string YearsOf(ServiceRisk service)
    {
        var years = service.Years;
        var clean = years.Clean > 0 ? $"; {HumanNumber.Percent(years.Clean)} of the years lose nothing" : "";
        return $"a year loses {RiskWords.Time(years.Median)} in the median, one in ten more than {RiskWords.Time(years.OneInTen)}, "
            + $"the worst of {HumanNumber.Count(years.Sorted.Count)} {RiskWords.Time(years.Worst)}{clean}";
    }

    private static IEnumerable<string> Comparisons(RiskResult result, string service) => result.Variants.Skip(1).Select(variant =>
    {
        var risk = variant.Services.First(found => found.Service == service);
        return $"with {string.Join(", ", variant.Variant.Settings.Select(RiskWords.Of))}   {RiskWords.Availability(risk)}   "
            + $"{RiskWords.Verdict(risk.Difference!.Value)} (same years, same troubles)";
    });

    private static IEnumerable<string> Others(VariantRisk variant, ServiceRisk worst)
    {
        var others = variant.Services.Where(service => service.Service != worst.Service)
            .OrderByDescending(service => service.Lost.Value).ThenBy(service => service.Service, StringComparer.Ordinal).ToList();
        foreach (var service in others.Take(OthersMax))
        {
            yield return $"  {service.Service,-28} {RiskWords.Availability(service),-24} {LostOf(service)}";
        }

        if (others.Count > OthersMax) yield return $"  and {others.Count - OthersMax} more services, which lose less";
    }

    private static IEnumerable<string> Cautions(RiskResult result)
    {
        var unhealed = result.Variants[0].Services.SelectMany(service => service.Classes).DistinctBy(all => all.Class.Key)
            .Where(all => all.Unhealed > 0);
        foreach (var all in unhealed)
        {
            yield return $"{all.Class.Title}: {all.Unhealed} of {all.Runs} runs had not healed "
                + $"{HumanTime.Long(result.Plan.Patience.TotalSeconds)} after the trouble was over; they cost more than is counted";
        }

        if (result.UnderWay > Crowded)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{result.UnderWay:0.0} troubles are under way at a time on average: what three of them do together is not counted");
        }
    }
}
