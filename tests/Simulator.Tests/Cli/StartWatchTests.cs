using Simulator.Cli.Output;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>How far a large cluster is while it starts.</summary>
public sealed class StartWatchTests
{
    [Fact]
    public void It_looks_now_and_then_while_pods_are_placed_and_not_any_more_when_the_run_has_begun()
    {
        var looks = new List<long>();
        var watch = new StartWatch(looks.Add);
        Tell(watch, TimeSpan.Zero, 10_000);
        Tell(watch, TimeSpan.FromSeconds(1), 10_000);
        Assert.Equal(
            [StartWatch.FactsOfLook / 2, StartWatch.FactsOfLook, 3 * StartWatch.FactsOfLook / 2, 2 * StartWatch.FactsOfLook], looks);
    }

    [Fact]
    public void An_interruption_ends_a_start()
    {
        var watch = new StartWatch(_ => throw new OperationCanceledException());
        Assert.Throws<OperationCanceledException>(() => Tell(watch, TimeSpan.Zero, StartWatch.FactsOfLook));
    }

    private static void Tell(StartWatch watch, TimeSpan at, int pods)
    {
        for (var i = 0; i < pods; i++)
        {
            watch.Observe(new Observation(at, ObservationKind.PodCreated, "c", $"default/p{i}"));
            watch.Observe(new Observation(at, ObservationKind.PodBound, "c", $"default/p{i}", "n"));
        }
    }
}
