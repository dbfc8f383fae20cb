using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.Measures;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class MeasuresVerbTests
{
    [Fact]
    public void All_measures_are_listed_a_line_each()
    {
        var (code, output, _) = CommandLine.Run("measures");
        Assert.Equal(ExitCode.Done, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.Equal(
            MeasureCatalog.All.Select(entry => entry.Pattern), lines.Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]));
    }

    [Fact]
    public void One_is_told_in_full()
    {
        var (_, output, _) = CommandLine.Run("measures", "recovery.zone.us-east1-b");
        Assert.Equal(
            """
            recovery.zone.us-east1-b
              From the outage until all nodes that it took down in the zone are ready again; absent if never.
              unit          s
              better        lower
              matters from  5 %, 5 s (the larger of what is named)
              noise below   0.1 s
              over runs     skewed
              absent        a run without it has failed at it, if other runs have it

            """,
            output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Json_has_the_same_names()
    {
        var (_, output, _) = CommandLine.Run("measures", "--json");
        using var document = JsonDocument.Parse(output);
        var names = document.RootElement.EnumerateArray().Select(row => row.GetProperty("name").GetString());
        Assert.Equal(MeasureCatalog.All.Select(entry => entry.Pattern), names);
    }

    [Fact]
    public void A_wrong_name_is_mended()
    {
        var (code, _, error) = CommandLine.Run("measures", "podStart.p98");
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("no measure 'podStart.p98'; did you mean 'podStart.p9", error, StringComparison.Ordinal);
    }
}
