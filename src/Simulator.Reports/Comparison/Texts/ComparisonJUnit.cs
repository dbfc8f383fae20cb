using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>A comparison as JUnit XML, which CI services read: a suite a variant, a case for each measure that is judged.</summary>
public static class ComparisonJUnit
{
    /// <param name="failing">Verdicts that fail a case; an unclear one is skipped otherwise.</param>
    public static string Of(ComparisonResult result, IReadOnlyCollection<Verdict> failing) =>
        Of([SuiteOf(result, $"compare {result.Before.Header.Scenario}", failing)]);

    /// <inheritdoc cref="Of(ComparisonResult, IReadOnlyCollection{Verdict})"/>
    public static string Of(SweepComparison sweep, IReadOnlyCollection<Verdict> failing) =>
        Of([.. sweep.Variants.Select(
            variant => SuiteOf(variant.Result, $"compare {sweep.Before.Header.Scenario} with {variant.Name}", failing))]);

    private static XElement SuiteOf(ComparisonResult result, string name, IReadOnlyCollection<Verdict> failing)
    {
        var judged = result.Measures.Where(row => row.Adjusted is not null).OrderBy(VerdictCells.Name, StringComparer.Ordinal).ToList();
        return new XElement(
            "testsuite",
            new XAttribute("name", name),
            new XAttribute("tests", judged.Count),
            new XAttribute("failures", judged.Count(row => failing.Contains(row.Verdict))),
            new XAttribute("errors", 0),
            new XAttribute("skipped", judged.Count(row => IsSkipped(row, failing))),
            judged.Select(row => CaseOf(row, result, failing)),
            new XElement("system-out", string.Join('\n', ComparisonText.Lines(result))));
    }

    private static string Of(IReadOnlyList<XElement> suites)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            new XElement("testsuites", suites).WriteTo(writer);
        }

        return text + "\n";
    }

    private static XElement CaseOf(MeasureVerdict row, ComparisonResult result, IReadOnlyCollection<Verdict> failing)
    {
        var sentence = $"{VerdictCells.Word(row.Verdict)}: {result.Before.Name} {VerdictCells.Value(row, row.Before)}, "
            + $"{result.After.Name} {VerdictCells.Value(row, row.After)}, difference {VerdictCells.Difference(row)}, "
            + $"allowed {VerdictCells.Allowed(row)}";
        var element = new XElement(
            "testcase",
            new XAttribute("classname", result.Before.Header.Scenario),
            new XAttribute("name", VerdictCells.Name(row)),
            new XAttribute("time", 0));
        if (failing.Contains(row.Verdict))
        {
            element.Add(new XElement(
                "failure", new XAttribute("message", sentence), new XAttribute("type", VerdictCells.Word(row.Verdict))));
        }
        else if (IsSkipped(row, failing)) element.Add(new XElement("skipped", new XAttribute("message", sentence)));
        else element.Add(new XElement("system-out", sentence));
        return element;
    }

    private static bool IsSkipped(MeasureVerdict row, IReadOnlyCollection<Verdict> failing) =>
        row.Verdict == Verdict.Unclear && !failing.Contains(Verdict.Unclear);
}
