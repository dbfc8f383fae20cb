using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Traffic;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Users;

/// <summary>Tells what a population of users sees, when it changes.</summary>
internal sealed class UserTeller(UserSpec users, UserSetting setting, IReadOnlyList<Door> doors)
{
    /// <summary>A percentile that differs by less than this share is not told anew.</summary>
    private const double Precision = 0.01;

    private readonly Dictionary<(ObservationKind, string), (long, long)> _told = [];
    private readonly LatencyHistogram _all = new();
    private readonly List<(double Answers, Latencies Latencies)> _now = [];
    private TimeSpan _at;

    public void TellAnswer(Answer answer) => setting.Log.Write(
        ObservationKind.UsersAnswerChanged, users.Name, answer.IsLocal ? "local" : string.Join(" ", answer.Addresses),
        (long)answer.Ttl.TotalMicroseconds);

    public void Tell(UserTally tally)
    {
        Advance();
        for (var i = 0; i < doors.Count; i++) AddAnswers(i, tally);
        for (var i = 0; i < tally.Sent.Length; i++)
        {
            var cluster = i < doors.Count ? setting.Clusters[i].Name : "";
            Tell(ObservationKind.UsersSent, cluster, tally.Sent[i], tally.Lost[i]);
        }

        Tell(ObservationKind.UsersStale, "", tally.Stale, tally.FailedStale);
        Tell(ObservationKind.UsersShort, "", tally.FailedShort, tally.Slow);
        TellLatency();
        Tell(ObservationKind.UsersChanged, "", tally.Requests, tally.Failed);
    }

    public void End()
    {
        Advance();
        if (_all.IsEmpty) return;
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p95", 0.95), ("p99", 0.99) })
        {
            setting.Log.Write(ObservationKind.UsersLatencyOfRun, users.Name, name, Micros(_all.Quantile(share)));
        }
    }

    /// <summary>What was told held until now.</summary>
    private void Advance()
    {
        var seconds = (setting.Simulation.Now - _at).TotalSeconds;
        if (seconds > 0) _now.ForEach(entry => _all.Add(entry.Answers * seconds, entry.Latencies));
        _at = setting.Simulation.Now;
        _now.Clear();
    }

    /// <summary>The network's time comes on top of the cluster's.</summary>
    private void AddAnswers(int cluster, UserTally tally)
    {
        var answers = tally.Sent[cluster] - tally.Lost[cluster];
        if (answers <= 0) return;
        var roundTrip = setting.RoundTrip(users, setting.Clusters[cluster]).TotalSeconds;
        var within = doors[cluster].Latencies;
        var all = within?.Later(roundTrip) ?? Latencies.AtTimeout(roundTrip, 0);
        _now.Add((answers, all));
        tally.Slow += answers * all.ShareAbove(users.Requests.Client.SlowAfter.TotalSeconds);
    }

    private void TellLatency()
    {
        if (_now.Count == 0) return;
        double p50, p99;
        if (_now.Count == 1) (p50, p99) = (_now[0].Latencies.P50, _now[0].Latencies.P99);
        else
        {
            var mixed = new LatencyHistogram();
            foreach (var (answers, latencies) in _now) mixed.Add(answers, latencies);
            (p50, p99) = (mixed.Quantile(0.5), mixed.Quantile(0.99));
        }

        var told = _told.GetValueOrDefault((ObservationKind.UsersLatencyChanged, ""));
        if (IsNear(Micros(p50), told.Item1) && IsNear(Micros(p99), told.Item2)) return;
        Write(ObservationKind.UsersLatencyChanged, "", Micros(p50), Micros(p99));
    }

    private void Tell(ObservationKind kind, string other, double value, double extra)
    {
        var (now, more) = (Thousandths(value), Thousandths(extra));
        if (_told.GetValueOrDefault((kind, other)) != (now, more)) Write(kind, other, now, more);
    }

    private void Write(ObservationKind kind, string other, long value, long extra)
    {
        _told[(kind, other)] = (value, extra);
        setting.Log.Write(kind, users.Name, other, value, extra);
    }

    private static bool IsNear(long value, long told) => Math.Abs(value - told) <= Precision * told;

    private static long Micros(double seconds) => (long)Math.Round(seconds * 1e6);

    private static long Thousandths(double value) => (long)Math.Round(value * 1000);
}
