using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>A machine that fails and is repaired, again and again. Times in hours.</summary>
public sealed class AvailabilityLaws
{
    private const double Horizon = 200_000;
    private const double Failure = 90;

    [Fact]
    public void Unavailability_is_repair_time_over_cycle_time() =>
        Law.Holds(10 / (Failure + 10), 0.05, seed => Unavailability(seed, new Exponential(TimeSpan.FromHours(10))));

    [Fact]
    public void Only_the_mean_of_the_repair_time_matters()
    {
        var repair = new LogNormal(TimeSpan.FromHours(6), 1);
        var mean = repair.Mean.TotalHours;
        Law.Holds(mean / (Failure + mean), 0.06, seed => Unavailability(seed, repair));
    }

    private static double Unavailability(ulong seed, IDistribution repair)
    {
        var (simulation, streams) = (new Simulation(), new RandomStreams(seed));
        var down = TimeSpan.Zero;
        simulation.Process(Machine());
        simulation.Run(TimeSpan.FromHours(Horizon));
        return down.TotalHours / Horizon;

        IEnumerable<Event> Machine()
        {
            while (true)
            {
                yield return simulation.Timeout(new Exponential(TimeSpan.FromHours(Failure)), streams["failures"]);
                var failure = simulation.Now;
                yield return simulation.Timeout(repair, streams["repairs"]);
                down += simulation.Now - failure;
            }
        }
    }
}
