using System.Globalization;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk.Telling;

/// <summary>The page of a study of risk.</summary>
public static class RiskContent
{
    /// <param name="about">What was looked at, in a line.</param>
    /// <param name="leftOut">What of the scenario is left out, a sentence each.</param>
    public static StudyContent Of(RiskResult result, string about, StudyOrigin origin, IReadOnlyList<string> leftOut) => new()
    {
        Title = result.Plan.Variants[0].Scenario.Name,
        Kind = "risk",
        About = about,
        Answer = Answer(result),
        Pictures = result.Variants[0].Worst is { } worst ? [.. Pictures(result, worst)] : [],
        Tables = result.Variants[0].Worst is { } service
            ? [RiskTables.Causes(service), RiskTables.Services(result), RiskTables.Rates(result.Variants[0].Variant)]
            : [],
        How = origin with { Method = [.. Method(result), .. leftOut] },
    };

    private static IReadOnlyList<string> Answer(RiskResult result)
    {
        if (result.Variants[0].Worst is not { } worst) return ["No service can lose anything: none has replicas of its own or traffic."];
        var first = RiskRows.Of(worst)[0];
        return
        [
            $"{worst.Service} is available {RiskWords.Availability(worst)} of a year: it loses {RiskText.LostOf(worst)}.",
            .. first.Share.Length > 0 ? [$"{first.Share} of that comes from {first.Name}: {first.Text}."] : Array.Empty<string>(),
            .. result.Variants.Skip(1).Select(variant => Comparison(variant, worst.Service)),
            Sentence(RiskText.YearsOf(worst)),
        ];
    }

    private static string Comparison(VariantRisk variant, string service)
    {
        var risk = variant.Services.First(found => found.Service == service);
        return $"With {string.Join(", ", variant.Variant.Settings.Select(RiskWords.Of))} it is {RiskWords.Availability(risk)}: "
            + $"{RiskWords.Verdict(risk.Difference!.Value)} by the same troubles.";
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static IEnumerable<Picture> Pictures(RiskResult result, ServiceRisk worst)
    {
        var causes = RiskRows.Of(worst).Where(row => row.Seconds > 0).Select(row => row.Name).ToList();
        var services = result.Variants.Select(variant => (variant, Risk: variant.Services.First(found => found.Service == worst.Service)))
            .ToList();
        if (causes.Count == 0) yield break;
        yield return StudyPlots.Shares("causes", $"What {worst.Service} loses in a year, by the kind of trouble", new Shares
        {
            Title = $"What {worst.Service} loses in a year",
            Label = "lost in a year",
            Unit = "s",
            Parts = causes,
            Rows = [.. services.Select(entry => new ShareRow(
                NameOf(entry.variant), [.. causes.Select(
                    cause => Math.Max(0, SecondsOf(entry.Risk, cause)))], RiskText.LostOf(entry.Risk)))],
        });
        yield return StudyPlots.Shares("parts", $"In which part of the recovery {worst.Service} loses it", new Shares
        {
            Title = $"In which part of the recovery {worst.Service} loses it",
            Label = "lost in a year, overlaps not counted",
            Unit = "s",
            Parts = RiskWords.Parts,
            Rows = [.. services.Select(entry => new ShareRow(NameOf(entry.variant), PartsOf(entry.Risk), RiskText.LostOf(entry.Risk)))],
        });
    }

    private static string NameOf(VariantRisk variant) => variant.Variant.Settings.Count == 0
        ? "as it is"
        : $"with {string.Join(", ", variant.Variant.Settings.Select(RiskWords.Of))}";

    private static double SecondsOf(ServiceRisk risk, string cause) =>
        RiskRows.Of(risk).FirstOrDefault(row => row.Name == cause)?.Seconds ?? 0;

    private static IReadOnlyList<double> PartsOf(ServiceRisk risk) => [.. Enum.GetValues<RecoveryPart>()
        .Select(part => Math.Max(0, risk.Classes.Sum(all => all.Parts[part] * all.Class.PerYear)))];

    private static IEnumerable<string> Method(RiskResult result)
    {
        yield return $"{HumanNumber.Count(result.Runs)} short runs instead of one long one: each begins with a drawn trouble in the "
            + "settled cluster, "
            + "as after a rollout, and ends when its consequences are over; rate times mean loss, kind by kind, is the loss of a year. "
            + "Runs went where they make the interval narrowest.";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Pairs} pairs of troubles that overlap say what two lose together beyond what each loses alone; "
                + $"{result.UnderWay:0.###} troubles "
                + $"are under way at a time on average, three at once {RiskWords.Often(result.Triples)}, which is not counted.");
        yield return "Intervals are 95 %: Student's t over the strata, degrees of freedom after Satterthwaite.";
        yield return "Lost time is weighted: a third of the requests or replicas missing for an hour are 20 min. The part of the "
            + "recovery is what the missing "
            + "replicas wait for: unnoticed (the API calls them ready), grace (pod-eviction-timeout), eviction (their node's turn, "
            + "deleting-pods-qps), "
            + "replacement (no pod, or no node for it), start; rest is no missing replica's: old answers of DNS and proxies, a network, "
            + "a balancer.";
        yield return $"Years are composed: {HumanNumber.Count(result.Plan.Years)} years with a Poisson number of troubles of each kind, "
            + "each with the outcome of one of the runs.";
        var sources = result.Plan.Variants[0].Classes.Select(all => $"{all.Title}: {all.Rate.Source}").Distinct();
        yield return $"Rates: {string.Join("; ", sources)}.";
    }
}
