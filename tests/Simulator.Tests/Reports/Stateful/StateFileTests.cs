using Simulator.Reports.Summaries;
using Xunit;

namespace Simulator.Tests.Reports.Stateful;

public sealed class StateFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pets").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_with_pets_writes_their_tables_picture_and_section()
    {
        var run = TinyRun.Record(PetRun.Recovered, PetRun.Scenario);
        var summary = TinyRun.SumUp(run);
        TinyRun.Write(_root, run, summary);
        Assert.Equal(
            [
                "cluster,pet,set,ordinal,was_on,was_in,gone_s,deletion_marked_s,removed_s,created_again_s,back_s,on,in,away_s,ran_on",
                "east,default/zk-2,default/zk,2,n5,c,100,401,435,436,823,n1,a,723,0",
                "east,default/zk-4,default/zk,4,n6,c,100,411,440,824,881,n3,b,781,0",
            ],
            File.ReadAllLines(Path.Combine(_root, "pets.csv")));
        Assert.Equal(
            ["cluster,claim,bytes,phase,since_s,created_s,bound_s,why", "east,default/data-zk-2,1000,Bound,0,0,0,"],
            File.ReadAllLines(Path.Combine(_root, "claims.csv")));
        Assert.All(new[] { "pets.svg", "pets.png" }, name => Assert.True(File.Exists(Path.Combine(_root, "plots", name)), name));
        var html = File.ReadAllText(Path.Combine(_root, "report.html"));
        Assert.Contains("<h1>zk had no quorum for 1&nbsp;min 12&nbsp;s", html, StringComparison.Ordinal);
        Assert.Contains(
            "<td>zk</td><td class=\"t\">quorum</td><td class=\"n\">5</td><td class=\"t\">quorum: 0:01:12</td>", html,
            StringComparison.Ordinal);
        Assert.InRange(
            html.IndexOf("What became of the pets", StringComparison.Ordinal), html.IndexOf("<h1>", StringComparison.Ordinal),
            html.IndexOf("What came of the outage", StringComparison.Ordinal));
        var markdown = File.ReadAllText(Path.Combine(_root, "summary.md"));
        Assert.Contains("\n\nzk had no quorum", markdown, StringComparison.Ordinal);
        Assert.Contains("| zk-4 | n6 (c) | 0:01:40 | 0:06:51 | 0:13:44 | 0:14:41 | n3 (b) | 0:13:01 |", markdown, StringComparison.Ordinal);
        Assert.Equal(SummaryJson.Write(summary), SummaryJson.Write(SummaryJson.Read(SummaryJson.Write(summary))));
    }
}
