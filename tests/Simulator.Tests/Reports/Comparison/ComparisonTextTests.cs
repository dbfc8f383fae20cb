using System.Text.Json;
using System.Xml.Linq;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Xunit;

namespace Simulator.Tests.Reports.Comparison;

public sealed class ComparisonTextTests
{
    private static readonly ComparisonResult Result = Sides.Compare(
        Sides.Of("main", """
            podStart.p99 2 2 2 2
            cost.total 10 10 10 10
            pending.max 5 6 5 6
            pods.created 3 3 3 3
            requests.failed 0 4 90 2
            """),
        Sides.Of("change", """
            podStart.p99 1 1 1 1
            cost.total 11 11 11 11
            pending.max 5 6 5 6
            pods.created 30 30 30 30
            requests.failed 90 0 1 300
            """));

    [Fact]
    public void Markdown_for_a_pull_request() =>
        Assert.Equal(
            """
            ### ❌ worse: 1 worse, 1 unclear, 1 better, 1 same of 4 measures

            shop: main against change · 4 runs each, paired by seed (seeds 1 to 4).

            | measure | main | change | difference (95 %) | ratio | allowed | verdict |
            |---|---|---|---|---|---|---|
            | `cost.total` | $10.00 | $11.00 | +$1.00 (+10.0 %) | 1.1 | 0.5 %, 0.01 dollars | ❌ worse |
            | `requests.failed` | 24 | 97.75 | +73.75 ± 260 (+307.3 %) |  | 5 %, 10 | ❔ unclear |
            | `podStart.p99` | 2 s | 1 s | -1 s (-50.0 %) | 0.5 | 5 %, 0.1 s | ✅ better |

            ```
            first difference of seed 1:
            ```

            <details><summary>1 facts that differ, neither good nor bad</summary>

            | measure | main | change | difference (95 %) | ratio | allowed | verdict |
            |---|---|---|---|---|---|---|
            | `pods.created` | 3 | 30 | +27 (+900.0 %) | 10 | 5 %, 1 | ➖ differs |

            </details>

            <details><summary>1 measures that are the same</summary>

            | measure | main | change | difference (95 %) | ratio | allowed | verdict |
            |---|---|---|---|---|---|---|
            | `pending.max` | 5.5 s | 5.5 s | none | 1 | 5 %, 0.1 s | ➖ same |

            </details>

            4 measures were judged at once: with Holm's correction a false alarm in any of them is as rare as 5 %.

            """,
            ComparisonMarkdown.Of(Result, ["first difference of seed 1:"]), ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData(false, 1, 1)]
    [InlineData(true, 2, 0)]
    public void JUnit_is_read_back(bool isStrict, int failures, int skipped)
    {
        var text = ComparisonJUnit.Of(Result, isStrict ? [Verdict.Worse, Verdict.Unclear] : [Verdict.Worse]);
        var suite = XDocument.Parse(text).Root!.Element("testsuite")!;
        Assert.Equal(
            ("4", $"{failures}", $"{skipped}"),
            (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value));
        var cost = suite.Elements("testcase").Single(element => element.Attribute("name")!.Value == "cost.total");
        Assert.Equal(
            "worse: main $10.00, change $11.00, difference +$1.00 (+10.0 %), allowed 0.5 %, 0.01 dollars",
            cost.Element("failure")!.Attribute("message")!.Value);
        Assert.Equal(failures, suite.Descendants("failure").Count());
    }

    [Fact]
    public void Machines_get_all_of_it()
    {
        var document = ComparisonDocument.Of(Result, null);
        var row = document.Measures.Single(row => row.Measure == "requests.failed");
        Assert.Equal(("worse", "unclear", "lower"), (document.Verdict, row.Verdict, row.Better));
        Assert.True(row.DifferenceInterval![0] < 0 && row.DifferenceInterval[1] > 0);
        Assert.Equal(1, document.Counts["differs"]);
        Assert.Contains("\"AdjustedChance\"", JsonSerializer.Serialize(document), StringComparison.Ordinal);
    }
}
