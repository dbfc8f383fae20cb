namespace Simulator.Reports;

/// <summary>What a run prints: plain lines of at most 100 columns, the answer before its reasons.</summary>
public static class RunText
{
    private const int Columns = 100;
    private const string Separator = " · ";

    /// <summary>One line: what is run. A longer one is broken in two, what it runs on in the second.</summary>
    public static IReadOnlyList<string> Header(Summary summary)
    {
        string[] parts = [.. HeaderParts(summary)];
        var whole = Wrapping.Join(parts, Separator, Columns);
        return whole.Count == 1 ? whole : [.. Wrapping.Join(parts[..^2], Separator, Columns), .. Wrapping.Join(parts[^2..], Separator, Columns)];
    }

    /// <summary>All that is known at the end, without the header.</summary>
    /// <param name="reportPath">Where report.html is; "" if none was written.</param>
    public static IReadOnlyList<string> Lines(Summary summary, string reportPath)
    {
        var lines = new List<string>();
        if (summary.Outages.Count == 0) lines.AddRange(Wrapping.Break(summary.Answer, Columns));
        lines.AddRange(summary.Outages.SelectMany(outage => Wrapping.Break(OutageLine(outage), Columns)));
        AddSection(lines, MomentLines(summary));
        AddSection(lines, summary.Reasons.SelectMany(reason => Wrapping.Break(reason, Columns)));
        AddSection(lines, ExpectationLines(summary));
        if (reportPath.Length > 0) AddSection(lines, [$"report    {reportPath}"]);
        return lines;
    }

    private static void AddSection(List<string> lines, IEnumerable<string> section)
    {
        var count = lines.Count;
        lines.AddRange(section);
        if (count > 0 && lines.Count > count) lines.Insert(count, "");
    }

    private static IEnumerable<string> HeaderParts(Summary summary)
    {
        var zones = summary.Clusters.SelectMany(cluster => cluster.Zones).Distinct().Count();
        var nodes = summary.Clusters.Sum(cluster => cluster.Nodes);
        yield return summary.Scenario;
        if (summary.Clusters.Count > 1) yield return $"{summary.Clusters.Count} clusters";
        yield return $"{HumanNumber.Count(nodes, "node", "nodes")} in {HumanNumber.Count(zones, "zone", "zones")}";
        yield return PodsOf(summary);
        yield return $"Kubernetes {summary.Kubernetes}, {FlagsOf(summary)}";
        yield return $"seed {summary.Seed}";
    }

    private static string PodsOf(Summary summary)
    {
        var services = summary.Clusters.Sum(cluster => cluster.Services);
        var pods = HumanNumber.Count(summary.Clusters.Sum(cluster => Math.Max(cluster.PodsAtStart, cluster.PodsAtEnd)), "pod", "pods");
        return services == 0 ? pods : $"{pods} in {HumanNumber.Count(services, "service", "services")}";
    }

    private static string FlagsOf(Summary summary) => summary.Flags.Count switch
    {
        0 => "default flags",
        1 => "1 flag changed",
        var many => $"{many} flags changed",
    };

    private static string OutageLine(OutageRow outage)
    {
        var end = outage.EndedAt is { } ended ? $" until {HumanTime.Clock(ended)}" : "";
        var hit = outage.Nodes == 0 ? "" : $": {HumanNumber.Count(outage.Nodes, "node", "nodes")}, {HumanNumber.Count(outage.Pods, "pod", "pods")}";
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
