using Simulator.Reports.Html.Studies;
using Xunit;

namespace Simulator.Tests.Reports.Studies;

public sealed class StudyPageTests
{
    private static readonly string Html = StudyPage.Write(SampleStudy.Content);

    [Fact]
    public void The_page_is_well_formed_its_tables_scroll_and_it_asks_for_nothing()
    {
        var page = PageMarkup.Parse(Html);
        Assert.All(page.Descendants("table"), table => Assert.Equal("scroll", table.Parent!.Attribute("class")!.Value));
        Assert.All(PageMarkup.Requests, word => Assert.DoesNotContain(word, Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_answer_comes_first_then_verdicts_then_a_picture_then_tables_then_the_origin_and_the_rest_is_folded()
    {
        var page = PageMarkup.Parse(Html);
        var body = page.Root!.Element("body")!.Elements()
            .Select(element => element.Name.LocalName + (element.Element("h2") is { } title ? $" {title.Value}" : ""))
            .ToList();
        Assert.Equal(["header", "ul", "figure", "section What was tried", "section How it was obtained"], body.Take(5));
        Assert.All(body.Skip(5), name => Assert.Contains(name, new[] { "details", "script" }));
        Assert.Equal(SampleStudy.Content.Answer[0], page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void Words_of_verdicts_have_a_sign_of_their_kind_and_what_came_from_a_run_is_encoded()
    {
        Assert.Contains("<span class=\"v good\">holds</span>", Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"v bad\">fails in 2 of 20 runs</span>", Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"v\">same</span>", Html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"missed\"><b>MISSED</b>", Html, StringComparison.Ordinal);
        Assert.Contains("&lt;at 1,344 nodes&gt;", Html, StringComparison.Ordinal);
        Assert.Contains("<summary>12 more</summary>", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_tells_the_same_for_a_pull_request()
    {
        var text = StudyMarkdown.Write(SampleStudy.Content);
        Assert.StartsWith($"# survive-a-zone\n\n{SampleStudy.Content.Answer[0]}\n\n", text, StringComparison.Ordinal);
        Assert.Contains("- **MISSED** pods.pendingAtEnd", text, StringComparison.Ordinal);
        Assert.Contains(
            "## What was tried\n\n| capacity (nodes) | verdict | cost ($ an hour) | what breaks first |\n|---:|---|---:|---|\n| 1,347 | "
                + "**holds** | 256.00 |  |\n"
                + "| 1,344 | **fails in 2 of 20 runs** | 255.40 | pods pending \\| 11 of web-031 |\n", text, StringComparison.Ordinal);
        Assert.EndsWith("Repeat it: `simulator plan survive-a-zone.yaml --seeds 20`\n", text, StringComparison.Ordinal);
    }
}
