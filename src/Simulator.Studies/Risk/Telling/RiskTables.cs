using System.Globalization;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk.Telling;

/// <summary>The tables of the page.</summary>
internal static class RiskTables
{
    public static StudyTable Causes(ServiceRisk worst) => new(
        $"What {worst.Service} loses, kind by kind",
        [
            StudyColumn.Text("trouble"), StudyColumn.Number("a year"), StudyColumn.Number("runs"), StudyColumn.Number("lost each"),
            .. RiskWords.Parts.Select(part => StudyColumn.Number(part)), StudyColumn.Number("lost in a year"), StudyColumn.Number("±"),
        ],
        [
            .. worst.Classes.Select(all => (IReadOnlyList<string>)
            [
                all.Class.Key, Rate(all.Class.PerYear), HumanNumber.Count(all.Runs), RiskWords.Time(all.Each.Value),
                .. Enum.GetValues<RecoveryPart>().Select(part => RiskWords.Time(all.Parts[part])),
                RiskWords.Time(all.Yearly.Value), RiskWords.Time(all.Yearly.Half),
            ]),
            ["overlaps", "", "", "", .. RiskWords.Parts.Select(_ => ""), RiskWords.Time(worst.Overlaps.Value),
                RiskWords.Time(worst.Overlaps.Half)],
        ])
    { File = RiskTable.File };

    public static StudyTable Services(RiskResult result) => new(
        "All services",
        [
            StudyColumn.Text("service"), StudyColumn.Text("what counts"), StudyColumn.Number("availability"),
            StudyColumn.Number("lost in a year"),
            StudyColumn.Number("median year"), StudyColumn.Number("one in ten"), StudyColumn.Number("worst"),
            .. result.Variants.Skip(1)
                .Select(variant => StudyColumn.Text($"with {string.Join(", ", variant.Variant.Settings.Select(RiskWords.Of))}")),
        ],
        [
            .. result.Variants[0].Services.OrderByDescending(service => service.Lost.Value)
                .ThenBy(service => service.Service, StringComparer.Ordinal)
                .Select(service => (IReadOnlyList<string>)
                [
                    service.Service, RiskWords.Measure(service.Kind), RiskWords.Availability(service), RiskText.LostOf(service),
                    RiskWords.Time(service.Years.Median), RiskWords.Time(service.Years.OneInTen), RiskWords.Time(service.Years.Worst),
                    .. result.Variants.Skip(1).Select(variant => With(variant, service.Service)),
                ]),
        ])
    { File = RiskTable.File };

    public static StudyTable Rates(RiskVariant variant) => new(
        "What goes wrong, and how often",
        [
            StudyColumn.Text("trouble"), StudyColumn.Number("places"), StudyColumn.Number("a year, all together"),
            StudyColumn.Number("lasts on average"),
            StudyColumn.Text("source"),
        ],
        [
            .. variant.Classes.Select(all => (IReadOnlyList<string>)
            [
                all.Key, HumanNumber.Count(all.Places.Count), Rate(all.PerYear),
                RiskWords.Time((all.Facts.EndsByItself ? all.ByItself : all.Rate.Lasts.Mean).TotalSeconds), all.Rate.Source,
            ]),
        ])
    { IsFolded = true };

    private static string With(VariantRisk variant, string service)
    {
        var risk = variant.Services.First(found => found.Service == service);
        return $"{RiskWords.Availability(risk)}, {RiskWords.Verdict(risk.Difference!.Value)}";
    }

    private static string Rate(double perYear) => perYear.ToString("#,0.##", CultureInfo.InvariantCulture);
}
