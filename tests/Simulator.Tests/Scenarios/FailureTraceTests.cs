using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Sources;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

public sealed class FailureTraceTests
{
    [Fact]
    public void Columns_are_known_by_their_names_and_units_by_their_last_letters()
    {
        Assert.Equal(
            [new FailureTrace.Row(TimeSpan.FromMinutes(5), "n-0001", TimeSpan.FromMinutes(20)), new(
                TimeSpan.FromSeconds(400.5), "n-0002", TimeSpan.FromSeconds(90))],
            Read("time,target,duration", "5m,n-0001,20m", "400.5,n-0002,90"));
        Assert.Equal(
            [new FailureTrace.Row(TimeSpan.FromSeconds(779.231), "5782512", null)],
            Read("time_s,machine_id,cpu_norm", "779.231,5782512,0.5"));
    }

    [Fact]
    public void Dates_count_from_the_first_row() => Assert.Equal(
        [new FailureTrace.Row(TimeSpan.Zero, "Oregon", TimeSpan.FromHours(1.5)), new(
            TimeSpan.FromHours(12), "Ohio", TimeSpan.FromHours(0.5))],
        Read("start_utc,location,duration_h", "2018-03-01T02:00:00.000Z,Oregon,1.5", "2018-03-01T14:00:00.000Z,Ohio,0.5"));

    [Theory]
    [InlineData("t.csv:1:1  has no column for the time; its columns are when, who", "when,who", "1,2")]
    [InlineData("t.csv:3:1  the time 'soon' is none", "time,target", "1,a", "soon,b")]
    [InlineData("t.csv:2:3  the duration '-5' is none", "time,target,duration", "1,a,-5")]
    [InlineData("t.csv:1:1  is empty")]
    public void What_is_wrong_gets_a_sentence(string sentence, params string[] lines)
    {
        using var folder = new ScratchFolder();
        var diagnostics = new Diagnostics();
        Assert.Null(FailureTrace.Read(folder.Write("t.csv", string.Join('\n', lines)), diagnostics));
        Assert.Contains(sentence, Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_cluster_stand_for_themselves_and_others_are_dealt_out()
    {
        var replay = ScenarioText.With("+> replay: [{ file: t.csv, lasts: 3m }]");
        using var folder = new ScratchFolder();
        folder.Write("t.csv", "time,target\n60,p-0002\n120,4711\n180,4712\n240,4711\n99999,1\n");
        var file = ScenarioReader.Read(folder.Write("s.yaml", replay));
        Assert.Equal(["p-0002", "p-0001", "p-0002", "p-0001"], file.Scenario!.Outages.Select(outage => outage.Where!.Names[0]));
        Assert.Equal(
            ["3 targets of the trace", "4 of 5 rows fall into the run"],
            file.Diagnostics.Remarks.Select(remark => remark.Message[(remark.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..])
                .Select(text => text.StartsWith('4')
                ? text
                : text[..22]).Order());
    }

    [Theory]
    [InlineData("google2011-machines/machine_remove_events.csv", 8957)]
    [InlineData("google2011-machines/machines_never_returned.csv", 97)]
    [InlineData("cloud-incidents-2018-2020/aws_ec2_single_az.csv", 35)]
    [InlineData("cloud-incidents-2018-2020/incidents.csv", 1029)]
    public void Published_traces_beside_the_repository_load(string file, int rows)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", file));
        Assert.SkipUnless(File.Exists(path), $"no {path} here");
        var diagnostics = new Diagnostics();
        Assert.Equal(rows, FailureTrace.Read(path, diagnostics)?.Count);
        Assert.Empty(diagnostics.Errors);
    }

    private static IReadOnlyList<FailureTrace.Row> Read(params string[] lines)
    {
        using var folder = new ScratchFolder();
        return FailureTrace.Read(folder.Write("t.csv", string.Join('\n', lines)), new Diagnostics())!;
    }
}
