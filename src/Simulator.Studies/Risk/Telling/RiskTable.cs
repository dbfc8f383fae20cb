using Simulator.Reports.Tables;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk.Telling;

/// <summary>risk.csv: a row for each variant, service and kind of trouble, and one for what they come to.</summary>
public static class RiskTable
{
    public const string File = "risk.csv";

    public static void Write(RiskResult result, TextWriter text)
    {
        using var table = new CsvTable(
            text, "variant", "service", "measure", "trouble", "places", "per_year", "runs", "not_healed", "lost_each_s", "lost_each_half_s",
            "unnoticed_s", "grace_s", "eviction_s", "replacement_s", "start_s", "rest_s", "lost_per_year_s", "lost_per_year_half_s",
            "availability", "availability_half");
        foreach (var variant in result.Variants)
        {
            foreach (var service in variant.Services) Write(table, variant.Variant.Title, service);
        }
    }

    private static void Write(CsvTable table, string variant, ServiceRisk service)
    {
        foreach (var all in service.Classes)
        {
            Begin(table, variant, service, all.Class.Key).Number(all.Class.Places.Count).Rounded(all.Class.PerYear)
                .Number(all.Runs).Number(all.Unhealed).Rounded(all.Each.Value).Rounded(all.Each.Half);
            foreach (var part in Enum.GetValues<RecoveryPart>()) table.Rounded(all.Parts[part]);
            table.Rounded(all.Yearly.Value).Rounded(all.Yearly.Half).Text("").Text("").End();
        }

        EndRow(Begin(table, variant, service, "overlaps"), service.Overlaps.Value, service.Overlaps.Half).Text("").Text("").End();
        var total = EndRow(Begin(table, variant, service, "all"), service.Lost.Value, service.Lost.Half);
        total.Nines(service.Availability).Nines(service.Half).End();
    }

    private static CsvTable Begin(CsvTable table, string variant, ServiceRisk service, string trouble) =>
        table.Text(variant).Text(service.Service).Text(service.Kind.ToString().ToLowerInvariant()).Text(trouble);

    /// <summary>Only the year's sum has a meaning.</summary>
    private static CsvTable EndRow(CsvTable table, double lost, double half)
    {
        const int Columns = 12;
        for (var i = 0; i < Columns; i++) table.Text("");
        return table.Rounded(lost).Rounded(half);
    }
}
