using Simulator.Engine;
using Simulator.World.Specification;
using Simulator.World.Users;
using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>The closed formula for who holds which DNS answer against single clients on the engine, each with its own cache.</summary>
public sealed class CacheLaws
{
    private const int Clients = 40_000;

    /// <summary>Of all clients.</summary>
    private const double Precision = 0.01;

    private static readonly CachePopulation Usual = new();

    [Theory]
    [InlineData("one change", 180, "600 y")]
    [InlineData("short time to live", 30, "600 y")]
    [InlineData("there and back within the TTL", 180, "600 y, 690 x")]
    [InlineData("three changes that overlap", 180, "600 y, 660 z, 720 w")]
    [InlineData("a moment without a record", 180, "600 -, 601 x, 1200 -, 1230 x")]
    [InlineData("far apart", 60, "600 y, 1500 z")]
    public void Shares_are_those_of_single_clients(string what, int ttl, string changes) => Compare(what, ttl, changes, Usual);

    [Fact]
    public void Other_populations_too() => Compare(
        "nobody obeys", 120, "600 y, 700 z",
        new CachePopulation { Obeying = 0, Lingering = 0.5, LingerMax = TimeSpan.FromMinutes(10), HoldMean = TimeSpan.FromMinutes(3) });

    [Fact]
    public void A_ttl_that_is_longer_than_five_minutes_holds_for_those_who_linger_too() => Compare("long", 900, "1000 y", Usual);

    [Fact]
    public void Of_those_who_obey_a_straight_line_moves()
    {
        var obeying = new CachePopulation { Obeying = 1, Lingering = 0 };
        Assert.Equal([1, 0.75, 0.5, 0.25, 0, 0], new[] { 0, 45, 90, 135, 180, 999 }.Select(
            seconds => CacheAges.ShareAbove(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(180), obeying)));
    }

    private static void Compare(string what, int ttl, string changes, CachePopulation population)
    {
        List<(int At, string Answer)> all = [.. changes.Split(", ").Select(change => change.Split(' '))
            .Select(parts => (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]))];
        var history = new AnswerHistory(population, TimeSpan.FromSeconds(ttl));
        history.Add(Of("x"), TimeSpan.Zero);
        var clients = new CacheClients(ttl, population);
        List<double> shares = [];
        for (var at = 595; at < 4000; at += at < 1400 ? 15 : 120)
        {
            foreach (var (moment, answer) in all.Where(change => change.At <= at))
            {
                clients.RunTo(moment);
                clients.Answer = answer;
                history.Add(Of(answer), TimeSpan.FromSeconds(moment));
            }

            all.RemoveAll(change => change.At <= at);
            clients.RunTo(at);
            history.Shares(TimeSpan.FromSeconds(at), shares);
            foreach (var answer in new[] { "x", "y", "z", "w", "-" })
            {
                var formula = history.All.Select((entry, index) => entry.Answer.Asked == answer ? shares[index] : 0).Sum();
                Assert.True(
                    Math.Abs(clients.ShareOf(answer) - formula) < Precision,
                    $"{what}: at {at} s {clients.ShareOf(answer):0.0000} of the clients hold '{answer}', the formula says "
                        + $"{formula:0.0000}");
            }

            history.Forget(shares);
        }
    }

    private static Answer Of(string address) =>
        new(address, TimeSpan.FromSeconds(1)) { Addresses = address == "-" ? [] : [address] };

    /// <summary>Clients that ask anew whenever what they hold expires.</summary>
    private sealed class CacheClients
    {
        private readonly Simulation _simulation = new();
        private readonly string[] _holds = new string[Clients];
        private readonly RandomStream _stream = new RandomStreams(7)["clients"];

        public CacheClients(int ttl, CachePopulation population)
        {
            Array.Fill(_holds, "x");
            var linger = Math.Max(ttl, population.LingerMax.TotalSeconds);
            for (var i = 0; i < Clients; i++)
            {
                var kind = (i + 0.5) / Clients;
                if (kind < population.Obeying) Begin(i, () => ttl, _stream.NextDouble() * ttl);
                else if (kind < population.Obeying + population.Lingering) Begin(i, () => linger, _stream.NextDouble() * linger);
                else Begin(i, () => Exponential(population.HoldMean.TotalSeconds), Exponential(population.HoldMean.TotalSeconds));
            }
        }

        public string Answer { get; set; } = "x";

        public void RunTo(int seconds) => _simulation.Run(TimeSpan.FromSeconds(seconds));

        public double ShareOf(string answer) => (double)_holds.Count(held => held == answer) / Clients;

        private void Begin(int client, Func<double> keeps, double first) =>
            _simulation.Schedule(TimeSpan.FromSeconds(first), () => Ask(client, keeps));

        private void Ask(int client, Func<double> keeps)
        {
            _holds[client] = Answer;
            _simulation.Schedule(TimeSpan.FromSeconds(keeps()), () => Ask(client, keeps));
        }

        private double Exponential(double mean) => -mean * Math.Log(1 - _stream.NextDouble());
    }
}
