using System.Text.RegularExpressions;
using System.Xml.Linq;
using Simulator.Reports.Measures;
using Simulator.Tests.Reports.Pictures;
using Simulator.Tests.Reports.Stateful;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>report.html without a browser: one well-formed file that asks for nothing, whose tables scroll within themselves.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("page").FullName;

    public static TheoryData<string> Runs => [.. Records.Keys];

    internal static Dictionary<string, Func<RunRecorder>> Records { get; } = new()
    {
        ["zone loss"] = () => TinyRun.Record(TinyRun.ZoneLoss),
        ["nothing happens"] = () => TinyRun.Record(TinyRun.Settled + "1000 RunEnded east"),
        ["two weeks"] = LongRun.Record,
        ["load"] = () => TinyRun.Record(LoadPageTests.Served),
        ["pets"] = () => TinyRun.Record(PetRun.Recovered, PetRun.Scenario),
    };

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_page_is_well_formed_and_its_tables_scroll(string run)
    {
        var page = PageMarkup.Parse(Write(run));
        Assert.All(page.Descendants("table"), table => Assert.Equal("scroll", table.Parent!.Attribute("class")!.Value));
        Assert.All(
            page.Descendants("tr"),
            row => Assert.Equal(row.Ancestors("table").Single().Descendants("tr").First().Elements().Count(), row.Elements().Count()));
        Assert.All(
            page.Descendants("div").Where(div => div.Attribute("class")?.Value == "scroll"),
            div => Assert.Equal("0", div.Attribute("tabindex")!.Value));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_page_asks_for_nothing(string run)
    {
        var html = Write(run);
        Assert.All(PageMarkup.Requests, word => Assert.DoesNotContain(word, html, StringComparison.OrdinalIgnoreCase));
        Assert.InRange(html.Length, 1, 5_000_000);
    }

    [Fact]
    public void The_answer_comes_first_then_one_picture_then_the_losses_then_the_origin_and_the_rest_is_folded()
    {
        var page = PageMarkup.Parse(Write("zone loss"));
        var body = page.Root!.Element("body")!.Elements()
            .Select(element => element.Name.LocalName + (element.Element("h2") is { } title ? $" {title.Value}" : ""))
            .ToList();
        var (losses, origin) = (body.IndexOf("section What users lost, worst first"), body.IndexOf("section How it was obtained"));
        Assert.Equal(("header", "figure"), (body[0], body[1]));
        Assert.InRange(losses, 2, origin - 1);
        Assert.DoesNotContain("figure", body.Skip(2));
        Assert.All(body.Skip(origin + 1), name => Assert.Contains(name, new[] { "details", "script" }));
        Assert.Equal("h1", page.Descendants("header").Single().Elements().Skip(1).First().Name.LocalName);
    }

    [Fact]
    public void What_a_run_of_pets_shows_first_is_what_became_of_them() =>
        Assert.Contains(
            "What became of the pets",
            PageMarkup.Parse(Write("pets")).Root!.Element("body")!.Element("figure")!.Element("figcaption")!.Value,
            StringComparison.Ordinal);

    /// <summary>A replica that never came is missed as much as one that went.</summary>
    [Fact]
    public void What_never_came_is_not_called_nothing()
    {
        var missing = string.Join('\n', TinyRun.Settled.Split('\n').Where(fact => !fact.Contains("default/p2", StringComparison.Ordinal)));
        var losses = Section(PageMarkup.Parse(Write(TinyRun.Record(missing + "1000 RunEnded east"))), "What users lost");
        Assert.Equal("w", losses.Descendants("td").First().Value);
        Assert.StartsWith(
            "Nothing", Section(
                PageMarkup.Parse(Write("nothing happens")), "What users lost").Element("p")!.Value, StringComparison.Ordinal);
    }

    /// <summary>Every colour of a picture has one for a dark screen, and so has every variable of the page.</summary>
    [Fact]
    public void A_dark_screen_has_colours_of_its_own()
    {
        var html = Write("zone loss");
        var style = html[html.IndexOf("<style>", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var dark = style[style.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..];
        Assert.All(
            Tones().Matches(html).Select(match => match.Groups[1].Value).Distinct(),
            tone => Assert.Contains($".f.{tone}{{fill:#", dark, StringComparison.Ordinal));
        var colours = Variables()
            .Matches(style[..style.IndexOf("prefers-color-scheme", StringComparison.Ordinal)])
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.NotEmpty(colours);
        Assert.All(colours, name => Assert.Contains($"{name}: ", dark, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes() => Assert.Equal(Write("zone loss"), Write("zone loss"));

    private static XElement Section(XDocument page, string title) =>
        page.Descendants("section").Single(section => section.Element("h2")!.Value.StartsWith(title, StringComparison.Ordinal));

    private string Write(string run) => Write(Records[run]());

    private string Write(RunRecorder recorder)
    {
        var folder = Path.Combine(_root, "run");
        TinyRun.Write(folder, recorder);
        return File.ReadAllText(Path.Combine(folder, "report.html"));
    }

    [GeneratedRegex("class=\"[fs] (\\w+)")]
    private static partial Regex Tones();

    [GeneratedRegex("(--[a-z]+): ")]
    private static partial Regex Variables();
}
