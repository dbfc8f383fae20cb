using System.Text.Json;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>Requests are rate times time, and those that fail are the share of dead endpoints of it.</summary>
public sealed class RequestLaws
{
    [Fact]
    public void Requests_are_rate_times_time() => Assert.Equal((2 * 50 * 600, 0), Count("rate: 50"));

    [Fact]
    public void Requests_are_the_area_under_the_rates_of_a_file() => Assert.Equal((2 * ((10 * 120) + (40 * 480)), 0), Count("file: t.csv"));

    [Fact]
    public void All_requests_from_outside_fail_while_the_cluster_is_cut_off() =>
        Assert.Equal((2 * 50 * 600, 2 * 50 * 180), Count("rate: 50", "{ at: 1m, for: 3m, kind: cluster-cut }"));

    /// <summary>Of a run of 600 s with two services.</summary>
    private static (double Total, double Failed) Count(string rate, string outages = "")
    {
        using var folder = new ScratchFolder();
        folder.Write("t.csv", "time,rate\n0,10\n120,40\n");
        var text = ScenarioText.With($"+>     traffic: [{{ services: [\"web-*\"], {rate} }}];; +> outages: [{outages}]");
        var answer = CommandLine.Run("run", folder.Write("s.yaml", text), "--json", "--out", Path.Combine(folder.Path, "results"));
        using var document = JsonDocument.Parse(answer.Out);
        var measures = document.RootElement.GetProperty("measures");
        return (measures.GetProperty("requests.total").GetDouble(), measures.GetProperty("requests.failed").GetDouble());
    }
}
