using Simulator.World.Specification;
using Simulator.World.Traffic;

namespace Simulator.World.Users;

/// <summary>Users whose request fails try the next address of their answer, after a pause; without retries they give up.</summary>
/// <param name="doors">Of the clusters, in their order.</param>
internal sealed class Failover(ClientSpec client, IReadOnlyList<Door> doors)
{
    /// <summary>A failing share that differs by less is the same.</summary>
    private const double Same = 1e-3;

    /// <summary>The failing shares that those who try again now have met a pause ago.</summary>
    private readonly double[] _met = new double[doors.Count];
    private TimeSpan _at;

    /// <summary>Where they go does not change while the doors' failing shares stay.</summary>
    public bool IsSettled
    {
        get
        {
            for (var i = 0; client.Retries > 0 && i < _met.Length; i++)
            {
                if (Math.Abs(doors[i].FailingShare - _met[i]) > Same) return false;
            }

            return true;
        }
    }

    public void Begin()
    {
        for (var i = 0; i < _met.Length; i++) _met[i] = doors[i].FailingShare;
    }

    /// <summary>Time has passed since it was called last, at most some seconds of it counted.</summary>
    public void Advance(TimeSpan now)
    {
        var seconds = Math.Min(1, (now - _at).TotalSeconds);
        var part = 1 - Math.Exp(-seconds / client.RetryAfter.TotalSeconds);
        for (var i = 0; i < _met.Length; i++) _met[i] += (doors[i].FailingShare - _met[i]) * part;
        _at = now;
    }

    /// <summary>Adds the tries of those who go one way to what goes where.</summary>
    public void Walk(in Way way, double perSecond, bool isStale, UserTally tally)
    {
        var (left, failing, dead) = (perSecond, perSecond, perSecond);
        for (var tries = 0; tries <= client.Retries; tries++)
        {
            var stop = way.Stops.Count == 0 ? new Stop(-1, false) : way.Stops[tries % way.Stops.Count];
            var place = stop.IsOpen ? stop.Cluster : doors.Count;
            var share = stop.IsOpen ? doors[place].FailingShare : 1;
            tally.Sent[place] += left;
            tally.Lost[place] += left * share;
            failing = left * share;
            dead *= stop.IsOpen ? doors[place].UnreachableShare : 1;
            if (tries == 0) CountSlow(perSecond, share, tally);
            left *= stop.IsOpen ? _met[place] : 1;
        }

        tally.Failed += failing;
        if (client.Retries > 0) tally.Slow -= SlowAgain * failing;
        if (isStale) tally.FailedStale += Math.Min(dead, failing);
        else tally.FailedCurrent += Math.Min(dead, failing);
    }

    /// <summary>Who is answered on a later try has waited for the first one.</summary>
    private double SlowAgain => (client.Timeout ?? TimeSpan.Zero) + client.RetryAfter >= client.SlowAfter ? 1 : 0;

    private void CountSlow(double perSecond, double failing, UserTally tally)
    {
        if (client.Retries > 0) tally.Slow += SlowAgain * perSecond * failing;
    }
}
