using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>A request that nobody has answered when the run ends is not answered, however patient its client.</summary>
public sealed class WaitingRequestTests
{
    private const string Traffic = TinyRun.Settled + """
        0    TrafficChanged      default/w   -         1000 0
        1000 KIND                default/w   p50       400

        """;

    private const string End = "1000 RunEnded east\n";

    private const string Scenario = """
        scenario: s
        duration: 10m
        clusters:
          - name: c
            zones: [a]
            nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 2 }]
            workloads: [{ generate: { kind: ReplicationController, namePrefix: web, count: 1, replicas: 2, cpu: 100m, memory: 64Mi } }]
            applications: [{ selector: { app: web-001 }, load: { serviceTime: 1s } }]
            traffic: [{ services: ["web*"], rate: RATE }]
        """;

    [Fact]
    public void What_waits_at_the_end_is_told_and_counts_as_not_answered()
    {
        var summary = TinyRun.SumUp(Traffic.Replace("KIND", "RequestsLeftWaiting", StringComparison.Ordinal) + End);
        Assert.Equal(400, summary.Measures["requests.waiting"]);
        Assert.Equal(0.6, summary.Measures["availability.users"]);
        Assert.Equal(0.6, summary.Services[0].Users!.Answered);
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "requests-waiting");
        Assert.Equal("400 of 1,000 requests to w wait for an answer at the end: they came faster than its pods serve.", finding.Sentence);
    }

    [Fact]
    public void Without_a_queue_there_is_nothing_to_tell()
    {
        var summary = TinyRun.SumUp(Traffic.Replace("KIND", "LatencyOfRun", StringComparison.Ordinal) + End);
        Assert.Equal(0, summary.Measures["requests.waiting"]);
        Assert.DoesNotContain(summary.Findings, finding => finding.Kind == "requests-waiting");
    }

    [Fact]
    public void Who_has_given_up_does_not_wait()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", Scenario.Replace("RATE", "20, timeout: 2s, retries: 2", StringComparison.Ordinal));
        var (_, summary) = ShippedScenario.Run(path);
        Assert.Equal(0, summary.Measures["requests.waiting"]);
        Assert.InRange(summary.Measures["requests.failed"], 10_000, summary.Measures["requests.total"]);
    }

    [Theory]
    [InlineData("20", 0.1)]
    [InlineData("1", 1)]
    public void Two_pods_answer_two_requests_a_second_and_no_more(string rate, double answered)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", Scenario.Replace("RATE", rate, StringComparison.Ordinal));
        var (_, summary) = ShippedScenario.Run(path);
        Assert.Equal(answered, summary.Measures["availability.users"], 0.005);
    }
}
