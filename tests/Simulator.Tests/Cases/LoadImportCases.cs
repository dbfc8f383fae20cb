using Simulator.Cli.Output;
using Simulator.Scenarios.Files.Sources;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary><c>simulator import load</c>: what Prometheus, tables and logs tell becomes rates that a scenario reads.</summary>
public sealed class LoadImportCases
{
    private const string Answer = """
        {"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"service":"web","namespace":"shop"},"values":[[1000,"5"],[1060,"7.5"],[1060,"9"],[1120,"NaN"],[1180,"6"]]},
        {"metric":{"service":"api","namespace":"shop","pod":"api-1"},"values":[[1000,"1"],[1060,"2"]]},
        {"metric":{"service":"api","namespace":"shop","pod":"api-2"},"values":[[1000,"1"],[1060,"2"]]}]}}
        """;

    [Fact]
    public void A_range_query_becomes_tables_of_rates()
    {
        using var folder = new ScratchFolder();
        var answer = Import(folder, "rates.json", Answer);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("rates.json:2:82  the time 1060 is not after the one before it (1060); left out", answer.Error);
        Assert.Contains("allowed is [time, \"value\"]; left out", answer.Error);
        Assert.Equal("time,rate\n0,5\n60,7.5\n180,6\n", folder.Read("out/shop.web.csv"));
        Assert.Equal("time,rate\n0,2\n60,4\n", folder.Read("out/shop.api.csv"));
        Assert.Contains("- { services: [web], namespace: shop, file: shop.web.csv }", folder.Read("out/traffic.yaml"));
        Assert.Equal(3, RateTrace.Read(Path.Combine(folder.Path, "out/shop.web.csv"), new())!.Count);
    }

    [Fact]
    public void A_file_of_nothing_is_named()
    {
        using var folder = new ScratchFolder();
        var answer = Import(folder, "rates.csv", "");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("rates.csv:1:1  the file is empty; allowed are", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_series_alone_will_do()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Done, Import(folder, "up.json", """[{"metric":{"job":"web"},"values":[[0,"1"],[20,"1"]]}]""").ExitCode);
        Assert.Equal("time,rate\n0,1\n20,1\n", folder.Read("out/web.csv"));
    }

    [Theory]
    [InlineData("time,web,api\n0,1,2\n60,3,4\n")]
    [InlineData("time,service,rate\n0,web,1\n0,api,2\n60,web,3\n60,api,4\n")]
    [InlineData("timestamp,web,api\n2024-05-01T00:00:00Z,1,2\n2024-05-01T00:01:00Z,3,4\n")]
    public void Tables_have_a_column_or_a_row_a_service(string text)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Done, Import(folder, "rates.csv", text).ExitCode);
        Assert.Equal("time,rate\n0,1\n60,3\n", folder.Read("out/web.csv"));
        Assert.Equal("time,rate\n0,2\n60,4\n", folder.Read("out/api.csv"));
    }

    [Fact]
    public void An_access_log_is_counted_by_the_minute()
    {
        using var folder = new ScratchFolder();
        var line = "1.2.3.4 - - [01/May/2024:10:00:30 +0000] \"GET / HTTP/1.1\" 200 5\n";
        var log = line + line + line.Replace("10:00:30", "10:02:01", StringComparison.Ordinal) + "nonsense\n";
        var answer = Import(folder, "access.log", log, "--service", "web");
        Assert.Contains("access.log:4:1  1 lines from here on have no time in brackets; left out", answer.Error);
        Assert.Equal("time,rate\n0,0.033333\n60,0\n120,0.016667\n", folder.Read("out/web.csv"));
    }

    [Fact]
    public void Use_of_cpu_and_memory_becomes_keys_of_applications()
    {
        using var folder = new ScratchFolder();
        Import(folder, "cpu.json", Answer, "--as", "cpu");
        Assert.Contains(
            "- { namespace: shop, labels: { app: api }, load: { cpuDemand: [{ at: 0s, cpu: 2000m }, { at: 60s, cpu: 4000m }] } }",
            folder.Read("out/applications.yaml"));
        Import(folder, "memory.json", Answer, "--as", "memory");
        Assert.Contains("- { namespace: shop, labels: { app: web }, memory: 8 }", folder.Read("out/applications.yaml"));
    }

    /// <summary>One line with a broken year makes no table of a million minutes.</summary>
    [Fact]
    public void An_access_log_is_of_a_year_at_most()
    {
        using var folder = new ScratchFolder();
        const string Line = "1.2.3.4 - - [01/May/2024:10:00:30 +0000] \"GET / HTTP/1.1\" 200 5\n";
        var answer = Import(folder, "access.log", Line + Line.Replace("2024", "9024", StringComparison.Ordinal), "--service", "web");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("access.log  its lines are from 2024-05-01 to 9024-05-01; allowed is a year at most", answer.Error);
    }

    [Fact]
    public void Names_that_make_the_same_file_get_files_of_their_own()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Done, Import(folder, "rates.csv", "time,a/b,a.b,a-b\n0,1,2,3\n60,1,2,3\n").ExitCode);
        var traffic = folder.Read("out/traffic.yaml");
        foreach (var (name, rate) in new[] { ("a-b", 3), ("a.b", 2), ("a/b", 1) })
        {
            var line = traffic.Split('\n').Single(line => line.Contains($"services: [{name}]", StringComparison.Ordinal));
            var file = line[(line.IndexOf("file: ", StringComparison.Ordinal) + 6)..].TrimEnd(' ', '}');
            Assert.Equal($"time,rate\n0,{rate}\n60,{rate}\n", folder.Read($"out/{file}"));
        }
    }

    [Theory]
    [InlineData("a.json", """{"data":{"resultType":"vector","result":[]}}""", "this is a 'vector'; allowed is the 'matrix'")]
    [InlineData("a.json", """{"status":"error","error":"parse error"}""", "Prometheus refused the query: parse error")]
    [InlineData("a.json", """{"status":"success","data":{"resultType":"mat""", "not JSON")]
    [InlineData("a.csv", "hour,visits\n1,2\n", "has no column for the time; its columns are hour")]
    [InlineData("a.csv", "time,service\n1,web\n", "has no column for the values")]
    [InlineData("a.csv", "time,web\nnoon,2\n", "the time 'noon' is none")]
    [InlineData("a.csv", "time,web\nNaN,2\n", "the time 'NaN' is none")]
    public void What_is_no_load_is_refused(string name, string text, string sentence)
    {
        using var folder = new ScratchFolder();
        var answer = Import(folder, name, text);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Error);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    private static CommandLine.Answer Import(ScratchFolder folder, string name, string text, params string[] more) =>
        CommandLine.Run(["import", "load", folder.Write(name, text), "-o", Path.Combine(folder.Path, "out"), .. more]);
}
