using Simulator.Engine;
using Simulator.World.Load;
using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>The formulas of a loaded pod against the same pod event by event, and against Erlang. Times in seconds.</summary>
public sealed class LoadLaws
{
    private const int Runs = 60;

    private static readonly double[] Percentiles = [0.5, 0.95, 0.99];

    private static readonly ServiceTimes Exponential = new(1);

    private double _agreement = 0.03;

    /// <summary>As much arrives as is served: without a bound there is no law, and the queue goes on growing.</summary>
    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(3, 0.3)]
    public void A_pod_that_is_exactly_full_loses_nothing_and_serves_all_it_can(int servers, double service)
    {
        var queue = new PodQueue(servers, service, Exponential);
        var pod = new PodLoad(queue);
        pod.Change(queue, queue.Capacity);
        pod.Advance(60);
        Assert.False(pod.IsSettled);
        Assert.Equal((0, queue.Capacity), (pod.LossShare, pod.Served));
        Assert.InRange(pod.MeanWaiting, 1, 60 * queue.Capacity);
        Assert.InRange(pod.WaitAbove(0), 0.5, 1);
        Assert.InRange(pod.LatencyAbove(service), 0.5, 1);
    }

    [Theory]
    [InlineData(10, 20, 0.0018690)]
    [InlineData(2, 3, 0.2105263)]
    [InlineData(0.9, 1, 0.4736842)]
    public void Blocking_is_that_of_Erlang_B(double load, int servers, double expected) =>
        Assert.Equal(expected, Erlang.Blocking(load, servers), 6);

    [Theory]
    [InlineData(2, 3, 4.0 / 9)]
    [InlineData(0.9, 1, 0.9)]
    [InlineData(8, 10, 0.4092)]
    public void Waiting_is_that_of_Erlang_C(double load, int servers, double expected) =>
        Assert.Equal(expected, Erlang.Waiting(load, servers), 4);

    [Fact]
    public void Without_room_to_wait_the_loss_is_that_of_Erlang_B() =>
        Assert.Equal(Erlang.Blocking(2.5, 3), WaitLaw.Of(new PodQueue(3, 1, Exponential, 0), 2.5)!.LossShare, 9);

    [Theory]
    [InlineData(0.5, 7)]
    [InlineData(1, 7)]
    [InlineData(1.7, 7)]
    [InlineData(1.02, 400)]
    public void A_bounded_queue_is_that_of_its_balance_equations(double utilization, int places)
    {
        // M/M/1/K: the weight of n requests is the n-th power of the utilization.
        var weights = Enumerable.Range(0, places + 2).Select(n => Math.Pow(utilization, n)).ToArray();
        var law = WaitLaw.Of(new PodQueue(1, 1, Exponential, places), utilization)!;
        Assert.Equal(weights[^1] / weights.Sum(), law.LossShare, 9);
        Assert.Equal(weights.Select((weight, n) => Math.Max(0, n - 1) * weight).Sum() / weights.Sum(), law.MeanWaiting, 6);
        var taken = weights[..^1];
        var longer = taken.Select((weight, n) => n == 0 ? 0 : weight * PoissonBelow(n, 3)).Sum() / taken.Sum();
        Assert.Equal(longer, law.Above(3), 6);
    }

    [Theory]
    [InlineData(1, 1, 0.3)]
    [InlineData(1, 1, 0.8)]
    [InlineData(4, 1, 0.85)]
    [InlineData(32, 1, 0.9)]
    [InlineData(1, 0, 0.8)]
    [InlineData(1, 0.5, 0.7)]
    [InlineData(1, 2, 0.5)]
    public void Percentiles_of_latency_are_those_of_the_events(int servers, double variation, double utilization)
    {
        var queue = new PodQueue(servers, 0.02 * servers, new ServiceTimes(variation));
        Agrees(queue, [(0, utilization * queue.Capacity)], (20, 320));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.9)]
    [InlineData(1.5, 0.7)]
    [InlineData(2, 0.95)]
    public void The_mean_wait_at_one_server_is_that_of_Pollaczek_and_Khinchine(double variation, double utilization)
    {
        var law = WaitLaw.Of(new PodQueue(1, 1, new ServiceTimes(variation)), utilization)!;
        var expected = utilization * (1 + (variation * variation)) / 2 / (1 - utilization);
        const double Step = 0.02;
        var area = Enumerable.Range(0, 50_000).Sum(n => law.Above((n + 0.5) * Step)) * Step;
        Assert.Equal(expected, area, 0.01 * expected);
        Assert.Equal(expected * utilization, law.MeanWaiting, 9);
    }

    [Theory]
    [InlineData(0, 0.85)]
    [InlineData(1.5, 0.9)]
    public void Several_servers_with_other_spreads_are_near_the_events(double spread, double utilization)
    {
        // The mean of Allen and Cunneen is an approximation: here it is within a tenth.
        _agreement = 0.1;
        var queue = new PodQueue(4, 0.08, new ServiceTimes(spread));
        Agrees(queue, [(0, utilization * queue.Capacity)], (20, 320));
    }

    [Theory]
    [InlineData(1, 0.8, 3)]
    [InlineData(1, 1.5, 20)]
    [InlineData(4, 0.95, 10)]
    [InlineData(4, 2, 50)]
    [InlineData(2, 1, 30)]
    public void Percentiles_and_loss_of_a_bounded_queue_are_those_of_the_events(int servers, double utilization, int places)
    {
        var queue = new PodQueue(servers, 0.02, Exponential, places);
        Agrees(queue, [(0, utilization * queue.Capacity)], (20, 120));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1.5)]
    public void Overload_and_recovery_are_those_of_the_events(int servers, double variation)
    {
        var queue = new PodQueue(servers, 0.01 * servers, new ServiceTimes(variation));
        (double, double)[] rates = [(0, 60), (60, 140), (180, 50), (300, 70)];
        Agrees(queue, rates, (20, 420), (60, 180), (180, 270), (300, 420));
    }

    [Fact]
    public void A_bounded_queue_that_fills_and_drains_is_that_of_the_events()
    {
        var queue = new PodQueue(2, 0.02, Exponential, 1_500);
        (double, double)[] rates = [(0, 60), (60, 150), (240, 60)];
        Agrees(queue, rates, (60, 240), (20, 400));
    }

    [Fact]
    public void A_storm_of_retries_outlives_its_cause_and_ends_as_that_of_the_events()
    {
        // Capacity 100; a minute of 150; then 60 would be easy, but everybody is late and comes three times more. It ends at 20.
        var queue = new PodQueue(1, 0.01, Exponential, 500);
        (double At, double PerSecond)[] rates = [(0, 60), (60, 150), (120, 60), (300, 20)];
        var storm = new StormTwins(queue, rates, timeout: 1, retries: 3, pause: 1);
        foreach (var (from, to) in new[] { (20, 60), (70, 120), (130, 300), (340, 420) })
        {
            Assert.Equal(storm.FailingOfEvents(from, to), storm.FailingOfFormulas(from, to), 0.03);
        }

        Assert.InRange(storm.FailingOfFormulas(200, 300), 0.9, 1.01);
        Assert.InRange(storm.FailingOfFormulas(340, 420), 0, 0.01);
    }

    private static double PoissonBelow(int number, double expected)
    {
        var (term, sum) = (Math.Exp(-expected), 0.0);
        for (var n = 0; n < number; n++)
        {
            sum += term;
            term *= expected / (n + 1);
        }

        return sum;
    }

    /// <summary>Percentiles of what came within each time, many runs together, and the share that was refused.</summary>
    private void Agrees(PodQueue queue, (double At, double PerSecond)[] rates, params (double From, double To)[] windows)
    {
        var tries = Enumerable.Range(1, Runs)
            .SelectMany(seed => Events(queue, rates, windows.Max(window => window.To), (ulong)seed))
            .ToList();
        foreach (var (from, to) in windows)
        {
            Agrees(
                [.. tries.Where(attempt => attempt.At >= from && attempt.At < to).Select(attempt => attempt.Latency).Order()],
                new LoadWindow(queue, rates, from, to), queue.ServiceSeconds);
        }
    }

    private void Agrees(List<double> latencies, LoadWindow formulas, double scale)
    {
        var answered = latencies.Count(double.IsFinite);
        Assert.Equal(1 - ((double)answered / latencies.Count), formulas.LossShare, 0.01);
        foreach (var share in Percentiles)
        {
            var expected = latencies[(int)(share * answered)];
            var got = Quantiles.Of(formulas.LatencyAbove, share, scale);
            Assert.True(
                Math.Abs(got - expected) <= _agreement * expected, $"p{share * 100}: events {expected:0.0000}, formulas {got:0.0000}");
        }
    }

    private static IEnumerable<(double At, double Latency)> Events(
        PodQueue queue, (double At, double PerSecond)[] rates, double to, ulong seed)
    {
        var simulation = new Simulation();
        var station = new PodStation(simulation, queue, new RandomStreams(seed)["pod"]);
        foreach (var (at, perSecond) in rates) station.At(at, perSecond);
        station.At(to, 0);
        simulation.RunAll();
        return station.Tries;
    }
}
