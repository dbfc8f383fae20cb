using Simulator.World.Specification;
using Simulator.World.Traffic;

namespace Simulator.World.Users;

/// <summary>Users whose request fails try the next address of their answer, after a pause; without retries they give up.</summary>
/// <remarks>
/// Pauses are exponential, so that the failing share which those who try again now have met follows the doors' as a first-order lag does;
/// a piece of time gets the lag's mean over it, which is exact while the doors stay as they are.
/// </remarks>
/// <param name="doors">Of the clusters, in their order.</param>
/// <param name="isReached">The users' network goes to a cluster and back.</param>
internal sealed class Failover(ClientSpec client, IReadOnlyList<Door> doors, Func<int, bool> isReached)
{
    /// <summary>For so long where they go is taken to be the same.</summary>
    public static readonly TimeSpan Piece = TimeSpan.FromSeconds(1);

    /// <summary>A failing share that differs by less is the same.</summary>
    private const double Same = 1e-3;

    private readonly double[] _shares = new double[doors.Count];
    private readonly double[] _met = new double[doors.Count];

    /// <summary>Of the distance between what was met and what is: its mean over the coming piece.</summary>
    private readonly double _mean = Lag(Piece / client.RetryAfter);

    private TimeSpan _at;

    /// <summary>Where they go does not change while the doors' failing shares stay.</summary>
    public bool IsSettled
    {
        get
        {
            for (var i = 0; client.Retries > 0 && i < _met.Length; i++)
            {
                if (Math.Abs(ShareOf(i) - _met[i]) > Same) return false;
            }

            return true;
        }
    }

    public void Begin()
    {
        for (var i = 0; i < _met.Length; i++) _met[i] = _shares[i] = ShareOf(i);
    }

    /// <summary>Time has passed since it was called last, in which the doors were as they were then.</summary>
    public void Advance(TimeSpan now)
    {
        var part = 1 - Math.Exp(-((now - _at) / client.RetryAfter));
        for (var i = 0; i < _met.Length; i++)
        {
            _met[i] += (_shares[i] - _met[i]) * part;
            _shares[i] = ShareOf(i);
        }

        _at = now;
    }

    /// <summary>Adds the tries of those who go one way to what goes where.</summary>
    public void Walk(in Way way, double perSecond, bool isStale, UserTally tally)
    {
        var (left, failing, dead) = (perSecond, perSecond, perSecond);
        for (var tries = 0; tries <= client.Retries; tries++)
        {
            var stop = way.Stops.Count == 0 ? new Stop(-1, false) : way.Stops[tries % way.Stops.Count];
            var isOpen = stop.IsServed && isReached(stop.Cluster);
            var place = isOpen ? stop.Cluster : doors.Count;
            var share = isOpen ? doors[place].FailingShare : 1;
            tally.Sent[place] += left;
            tally.Lost[place] += left * share;
            failing = left * share;
            dead *= isOpen ? doors[place].UnreachableShare : 1;
            if (tries == 0) CountSlow(perSecond, share, tally);
            if (stop.IsServed) left *= _shares[stop.Cluster] + ((_met[stop.Cluster] - _shares[stop.Cluster]) * _mean);
        }

        tally.Failed += failing;
        if (client.Retries > 0) tally.Slow -= SlowAgain * failing;
        if (isStale) tally.FailedStale += Math.Min(dead, failing);
        else tally.FailedCurrent += Math.Min(dead, failing);
    }

    /// <summary>Mean of exp(-x) from 0 to the length of the piece.</summary>
    private static double Lag(double pauses) => pauses > 0 ? (1 - Math.Exp(-pauses)) / pauses : 1;

    private double ShareOf(int cluster) => isReached(cluster) ? doors[cluster].FailingShare : 1;

    /// <summary>Who is answered on a later try has waited for the first one.</summary>
    private double SlowAgain => (client.Timeout ?? TimeSpan.Zero) + client.RetryAfter >= client.SlowAfter ? 1 : 0;

    private void CountSlow(double perSecond, double failing, UserTally tally)
    {
        if (client.Retries > 0) tally.Slow += SlowAgain * perSecond * failing;
    }
}
