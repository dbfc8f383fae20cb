using System.IO.Compression;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Sources;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Files of requests over time.</summary>
public sealed class RateTraceTests
{
    private static readonly string Shared = Path.GetFullPath(Repository.Folder("../shared/data"));

    [Fact]
    public void A_column_called_rate_is_per_second() => Assert.Equal(
        [new RateStep(TimeSpan.Zero, 5), new(TimeSpan.FromMinutes(1), 7.5), new(TimeSpan.FromMinutes(2), 0)],
        Read("time,rate", "0,5", "60,7.5", "2m,0"));

    [Fact]
    public void Other_columns_count_requests_until_the_next_row_and_the_last_row_lasts_as_long_as_the_one_before() => Assert.Equal(
        [new RateStep(TimeSpan.Zero, 2), new(TimeSpan.FromMinutes(1), 5), new(TimeSpan.FromMinutes(3), 1)],
        Read("minute_utc,requests", "1998-04-30 21:30:00,120", "1998-04-30 21:31:00,600", "1998-04-30 21:33:00,120"));

    [Fact]
    public void Dates_and_values_as_load_balancers_write_them() => Assert.Equal(
        [new RateStep(TimeSpan.Zero, 0.5), new(TimeSpan.FromMinutes(5), 1)],
        Read("timestamp,value", "2014-04-10 00:04:00,150.0", "2014-04-10 00:09:00,300.0"));

    [Fact]
    public void A_packed_file_is_read_as_it_is()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "t.csv.gz");
        using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress)))
        {
            writer.Write("time,rate\n0,5\n60,6\n");
        }
        Assert.Equal([new RateStep(TimeSpan.Zero, 5), new(TimeSpan.FromMinutes(1), 6)], RateTrace.Read(path, new Diagnostics()));
    }

    [Fact]
    public void A_run_begins_at_its_offset_in_the_file_and_scales_what_it_finds()
    {
        using var folder = new ScratchFolder();
        folder.Write("t.csv", "time,rate\n0,5\n2m,7\n5m,8\n90m,9\n");
        var text = ScenarioText.With("11>     traffic: [{ services: [web-001], file: t.csv, offset: 3m, scale: 10 }]");
        var file = ScenarioReader.Read(folder.Write("s.yaml", text));
        Assert.Empty(file.Diagnostics.Errors);
        Assert.Equal([new RateStep(TimeSpan.Zero, 70), new(TimeSpan.FromMinutes(2), 80)], file.Scenario!.Clusters[0].Traffic.Single().Rate);
    }

    [Theory]
    [InlineData("t.csv:3:1  row 2, column 'time': the time 'soon' is none", "time,rate", "0,1", "soon,2")]
    [InlineData("t.csv:3:1  row 2, column 'time': the time '0' is not after the one before it", "time,rate", "0,1", "0,2")]
    [InlineData("t.csv:2:2  row 1, column 'rate': '-5' is no number of requests; allowed are numbers from 0", "time,rate", "0,-5")]
    [InlineData("t.csv:4:2  row 3, column 'rate': 'many' is no number of requests", "time,rate", "0,5", "1,6", "2,many")]
    [InlineData("t.csv:1:1  has no two columns", "time", "0")]
    [InlineData("t.csv:1:1  has too few rows; allowed are one or more", "time,rate")]
    [InlineData("t.csv:1:1  has too few rows; allowed are two or more", "time,requests", "0,5")]
    public void What_is_wrong_gets_a_sentence(string sentence, params string[] lines)
    {
        using var folder = new ScratchFolder();
        var diagnostics = new Diagnostics();
        Assert.Null(RateTrace.Read(folder.Write("t.csv", string.Join('\n', lines)), diagnostics));
        Assert.Contains(sentence, Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worldcup98/requests_per_hour.csv", 3600)]
    [InlineData("worldcup98/requests_per_minute.csv.gz", 60)]
    public void The_world_cup_of_1998_is_complete(string name, int seconds)
    {
        var trace = ReadShared(name);
        Assert.InRange(trace.Max(step => step.PerSecond), 229_426 / 60.0 * (seconds == 60 ? 1 : 0.5), 229_426 / 60.0);
        var requests = Enumerable.Range(0, trace.Count).Sum(i => trace[i].PerSecond * (i + 1 < trace.Count
            ? trace[i + 1].At - trace[i].At
            : TimeSpan.FromSeconds(seconds)).TotalSeconds);
        Assert.Equal(1_352_804_107, requests, 0.5);
    }

    [Theory]
    [InlineData("nab/elb_request_count_8c0756.csv", 94 / 300.0)]
    [InlineData("nab/grok_asg_anomaly.csv", 33.5573 / 300)]
    public void Traces_of_load_balancers_load(string name, double first) => Assert.Equal(first, ReadShared(name)[0].PerSecond, 9);

    private static IReadOnlyList<RateStep> ReadShared(string name)
    {
        var path = Path.Combine(Shared, name);
        Assert.SkipUnless(File.Exists(path), $"no {path} here");
        var diagnostics = new Diagnostics();
        var trace = RateTrace.Read(path, diagnostics);
        Assert.Empty(diagnostics.Errors);
        return trace!;
    }

    private static IReadOnlyList<RateStep> Read(params string[] lines)
    {
        using var folder = new ScratchFolder();
        return RateTrace.Read(folder.Write("t.csv", string.Join('\n', lines)), new Diagnostics())!;
    }
}
