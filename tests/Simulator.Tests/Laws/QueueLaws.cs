using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>The engine against queueing theory. Arrivals and service are exponential unless said otherwise; times in seconds.</summary>
public sealed class QueueLaws
{
    private const double WarmUp = 500;
    private const double Duration = 8_000;
    private const double ArrivalRate = 0.7;

    [Fact]
    public void MM1_mean_wait_in_the_queue() =>
        Law.Holds(ArrivalRate / (1 - ArrivalRate), 0.1, seed => Observe(seed, ArrivalRate, 1).Waits.Average());

    [Fact]
    public void MM1_mean_number_present() =>
        Law.Holds(ArrivalRate / (1 - ArrivalRate), 0.1, seed => Observe(seed, ArrivalRate, 1).MeanPresent(Duration));

    [Fact]
    public void MMc_probability_of_waiting_is_that_of_Erlang() =>
        Law.Holds(ErlangC(2.4, 3), 0.1, seed => Observe(seed, 2.4, 3).Waits.Average(wait => wait > 0 ? 1 : 0));

    [Fact]
    public void MMc_mean_wait_is_that_of_Erlang() =>
        Law.Holds(ErlangC(2.4, 3) / (3 - 2.4), 0.15, seed => Observe(seed, 2.4, 3).Waits.Average());

    [Fact]
    public void Little_number_present_is_arrival_rate_times_stay()
    {
        // Any service time will do. L is a time integral; lambda and W are counted from customers who left. Within one run they
        // differ only by who was present at its two ends, some customers of 20,000.
        var station = Observe(1, 2.4, 3, new LogNormal(TimeSpan.FromSeconds(0.8), 0.6));
        var rate = station.Stays.Count / Duration;
        Assert.Equal(1, station.MeanPresent(Duration) / (rate * station.Stays.Average()), 0.005);
    }

    /// <param name="load">Arrival rate over the service rate of one server.</param>
    private static double ErlangC(double load, int servers)
    {
        var (term, sum) = (1.0, 0.0);
        for (var n = 0; n < servers; n++)
        {
            sum += term;
            term *= load / (n + 1);
        }

        var all = term * servers / (servers - load);
        return all / (sum + all);
    }

    private static Station Observe(ulong seed, double arrivalRate, int servers, IDistribution? service = null)
    {
        var (simulation, streams) = (new Simulation(), new RandomStreams(seed));
        var station = new Station(simulation, servers);
        service ??= Exponential.OfRate(1);
        simulation.Process(station.Arrivals(Exponential.OfRate(arrivalRate), streams["arrivals"], service, streams["service"]));
        simulation.Run(TimeSpan.FromSeconds(WarmUp));
        station.Forget();
        simulation.Run(TimeSpan.FromSeconds(WarmUp + Duration));
        return station;
    }
}
