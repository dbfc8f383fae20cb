using Simulator.Reports.Statistics;

namespace Simulator.Studies.Risk.Telling;

/// <summary>What one kind of trouble has to do with what a service loses.</summary>
/// <param name="Share"><c>62 %</c>; "" if it costs nothing.</param>
/// <param name="Seconds">A year.</param>
internal sealed record RiskRow(string Share, string Name, string Text, double Seconds);

/// <summary>What a service loses, kind by kind of trouble, the costliest first; overlaps and what is lost in any case come last.</summary>
internal static class RiskRows
{
    public static IReadOnlyList<RiskRow> Of(ServiceRisk risk)
    {
        var (rows, severalClusters) = (new List<RiskRow>(), risk.Classes.DistinctBy(all => all.Class.Cluster).Count() > 1);
        foreach (var all in risk.Classes)
        {
            var parts = RiskWords.PartsOf(all.Parts);
            var each = all.Each.Value > 0 ? $"{RiskWords.Time(all.Each.Value)} lost each: {parts}" : $"nothing lost in {all.Runs} runs";
            var name = severalClusters ? $"{all.Class.Cluster}: {all.Class.Title}" : all.Class.Title;
            rows.Add(Row(risk, name, $"{RiskWords.Often(all.Class.PerYear)}, {each}", all.Yearly.Value));
        }

        if (risk.Overlaps.Value != 0)
        {
            var (value, half) = (risk.Overlaps.Value, risk.Overlaps.Half);
            var sign = value > 0 ? "more" : "less";
            rows.Add(Row(
                risk, "overlaps",
                $"two at a time lose {RiskWords.Time(Math.Abs(value))} ± {RiskWords.Time(half)} {sign} a year than each alone", value));
        }

        if (risk.Usual > 0)
        {
            rows.Add(Row(risk, "no trouble", "lost in any case: pods that find no node, or too much load", risk.Usual * ServiceRisk.Year));
        }
        return rows;
    }

    private static RiskRow Row(ServiceRisk risk, string name, string text, double seconds)
    {
        return new RiskRow(risk.Lost.Value > 0 && seconds > 0 ? ShareOf(seconds / risk.Lost.Value) : "", name, text, seconds);
    }

    private static string ShareOf(double share) => share < 0.005 ? "<1 %" : HumanNumber.Percent(Math.Min(1, Math.Round(share, 2)));
}
