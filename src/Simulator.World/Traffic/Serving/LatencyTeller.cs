using Simulator.World.Load;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>Tells the latencies of a service when they change, and those of the whole run at its end.</summary>
internal sealed class LatencyTeller(ObservationLog log, string service)
{
    /// <summary>A percentile that differs by less than this share is not told anew.</summary>
    private const double Precision = 0.01;

    private readonly LatencyHistogram _all = new();
    private (long P50, long P95, long P99, long Slow) _told;
    private Moment? _now;

    /// <summary>Null: nothing has been told.</summary>
    public Latencies? Now => _now?.Latencies;

    /// <summary>What was told holds for a time.</summary>
    public void Advance(double seconds)
    {
        if (_now is { } moment && seconds > 0) _all.Add(moment.Answers * seconds, moment.Latencies);
    }

    public void Tell(List<PodGroup> groups, Func<PodGroup, double> perSecond, ClientSpec client)
    {
        var latencies = Of(groups, perSecond, client, out var taken);
        _now = new Moment(taken * (1 - latencies.Late), latencies);
        var now = (Micros(latencies.P50), Micros(latencies.P95), Micros(latencies.P99), (long)Math.Round(taken * latencies.Slow * 1000));
        if (IsNear(now.Item1, _told.P50) && IsNear(now.Item2, _told.P95) && IsNear(now.Item3, _told.P99) && IsNear(now.Item4, _told.Slow))
        {
            return;
        }
        _told = now;
        log.Write(ObservationKind.LatencyChanged, service, "", now.Item1, now.Item2);
        log.Write(ObservationKind.LatencyTailChanged, service, "", now.Item3, now.Item4);
    }

    /// <param name="waiting">Requests that wait longer than anybody calls an answer, when the run ends.</param>
    public void End(double waiting)
    {
        if (waiting >= 1) log.Write(ObservationKind.RequestsLeftWaiting, service, "", (long)Math.Round(waiting));
        if (_all.IsEmpty) return;
        log.Write(ObservationKind.LatencyOfRun, service, "p50", Micros(_all.Quantile(0.5)));
        log.Write(ObservationKind.LatencyOfRun, service, "p95", Micros(_all.Quantile(0.95)));
        log.Write(ObservationKind.LatencyOfRun, service, "p99", Micros(_all.Quantile(0.99)));
    }

    private static Latencies Of(List<PodGroup> groups, Func<PodGroup, double> perSecond, ClientSpec client, out double taken)
    {
        var each = new (double Taken, PodLoad Pod)[groups.Count];
        taken = 0;
        for (var i = 0; i < each.Length; i++)
        {
            each[i] = (TakenBy(groups[i], perSecond), groups[i].Pod);
            taken += each[i].Taken;
        }

        if (taken <= 0) return Latencies.None;
        return each.Length == 1 ? groups[0].Profile.Latencies.Of(each[0].Pod, client) : LatencyCache.OfMany(each, client);
    }

    private static double TakenBy(PodGroup group, Func<PodGroup, double> perSecond) =>
        perSecond(group) * group.Members.Count * (1 - group.Pod.LossShare);

    private static bool IsNear(long value, long told) => Math.Abs(value - told) <= Precision * told;

    private static long Micros(double seconds) => (long)Math.Round(seconds * 1e6);

    private sealed record Moment(double Answers, Latencies Latencies);
}
