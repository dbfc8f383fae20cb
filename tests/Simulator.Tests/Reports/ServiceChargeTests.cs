using Simulator.Reports.Measures;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What failed before an outage in the same share is not charged to it.</summary>
public sealed class ServiceChargeTests
{
    /// <summary>Of 100 requests a second 20 fail when the outage begins, at ten seconds.</summary>
    [Theory]
    [InlineData("costs no replica, but 300 requests of users", 50, 20)]
    [InlineData("costs no replica, but 200 requests of users", 0, 20, 0)]
    [InlineData("costs no replica.", 20)]
    public void Only_what_fails_beyond_the_share_before_is_charged(string told, params int[] failing)
    {
        var recorder = new RunRecorder(TinyRun.Scenario);
        recorder.Observe(Traffic(0, 20));
        recorder.Observe(new Observation(
            TimeSpan.FromSeconds(10), ObservationKind.OutageStarted, "c", "node-0001", nameof(OutageKind.PowerLoss)));
        for (var i = 0; i < failing.Length; i++) recorder.Observe(Traffic(20 + (10 * i), failing[i]));
        recorder.Observe(new Observation(TinyRun.Scenario.Duration, ObservationKind.RunEnded, "", ""));
        Assert.Contains(told, TinyRun.SumUp(recorder).Answer, StringComparison.Ordinal);
    }

    private static Observation Traffic(int at, int failing) =>
        new(TimeSpan.FromSeconds(at), ObservationKind.TrafficChanged, "c", "default/web", Value: 100_000, Extra: failing * 1000);
}
