using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>What a run prints: plain lines of at most 100 columns, the answer before its reasons.</summary>
public static class RunText
{
    private const int Columns = 100;

    /// <summary>More of a kind are counted: nobody reads them on a terminal.</summary>
    private const int LinesShown = 12;

    /// <summary>All that is known at the end, without the headline.</summary>
    /// <param name="reportPath">Where report.html is; "" if none was written.</param>
    public static IReadOnlyList<string> Lines(Summary summary, string reportPath)
    {
        var lines = new List<string>();
        lines.AddRange(Wrapping.Break(summary.Answer, Columns));
        AddSection(lines, First(summary.Outages, OutageLine));
        AddSection(lines, First(summary.Populations ?? [], PopulationRows.LineOf));
        AddSection(lines, Wrapping.Break(StateText.After(summary), Columns));
        AddSection(lines, WaitingText.Lines(summary, reportPath, Columns));
        AddSection(lines, First(summary.Chronicle, row => $"{HumanTime.Clock(row.At)}  {row.Text}"));
        AddSection(lines, MomentLines(summary));
        AddSection(lines, Wrapping.Break(UserText.Of(summary), Columns));
        AddSection(lines, summary.Reasons.SelectMany(reason => Wrapping.Break(reason, Columns)));
        AddSection(lines, OmissionLines.Of(summary, Columns));
        AddSection(lines, ExpectationLines(summary));
        if (reportPath.Length > 0) AddSection(lines, [$"report    {reportPath}"]);
        return lines;
    }

    private static IEnumerable<string> First<T>(IReadOnlyList<T> rows, Func<T, string> line)
    {
        foreach (var row in rows.Take(LinesShown).SelectMany(row => Wrapping.Break(line(row), Columns))) yield return row;
        if (rows.Count > LinesShown) yield return $"and {HumanNumber.Count(rows.Count - LinesShown)} more";
    }

    private static void AddSection(List<string> lines, IEnumerable<string> section)
    {
        var count = lines.Count;
        lines.AddRange(section);
        if (count > 0 && lines.Count > count) lines.Insert(count, "");
    }

    private static string OutageLine(OutageRow outage)
    {
        var end = outage.EndedAt is { } ended ? $" until {HumanTime.Clock(ended)}" : "";
        var hit = outage.Nodes == 0
            ? ""
            : $": {HumanNumber.Count(outage.Nodes, "node", "nodes")}, {HumanNumber.Count(outage.Pods, "pod", "pods")}";
        return $"{Names.WhatHappened(outage)} at {HumanTime.Clock(outage.At)}{end}{hit}";
    }

    private static IEnumerable<string> MomentLines(Summary summary)
    {
        var moments = Moments.Of(summary).ToList();
        var width = moments.Select(moment => moment.When.Length).DefaultIfEmpty().Max();
        return moments.SelectMany(moment => Wrapping.Hang($"  {moment.Name,-14}  {moment.When.PadRight(width)}  ", moment.Text, Columns));
    }

    private static IEnumerable<string> ExpectationLines(Summary summary)
    {
        var name = summary.Expectations.Select(row => row.Measure.Length).DefaultIfEmpty().Max();
        var bound = summary.Expectations.Select(row => row.Bound.Length).DefaultIfEmpty().Max();
        foreach (var row in summary.Expectations)
        {
            yield return $"expected  {row.Measure.PadRight(name)}  {row.Bound.PadRight(bound)}  got {row.GotText,-9} {row.Verdict}";
            foreach (var line in Wrapping.Hang("          ", row.Sentence, Columns)) yield return line;
        }
    }
}
