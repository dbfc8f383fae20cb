namespace Simulator.World.Users;

/// <summary>Where the requests of a population go now, and what becomes of them; all a second.</summary>
/// <param name="clusters">Their number; one more place holds what comes to none: nobody answers at the address, or there is none.</param>
internal sealed class UserTally(int clusters)
{
    /// <summary>Tries that come to each cluster.</summary>
    public double[] Sent { get; } = new double[clusters + 1];

    /// <summary>Of the tries sent to each.</summary>
    public double[] Lost { get; } = new double[clusters + 1];

    public double Requests { get; set; }

    /// <summary>Requests whose last try fails.</summary>
    public double Failed { get; set; }

    /// <summary>Requests sent by an answer that is no longer current.</summary>
    public double Stale { get; set; }

    /// <summary>Of those that fail, the ones of a stale answer that leads nowhere.</summary>
    public double FailedStale { get; set; }

    /// <summary>Of those that fail, the ones of the current answer, which leads nowhere.</summary>
    public double FailedCurrent { get; set; }

    /// <summary>Of those that fail, the ones that reach a cluster which is not up to them.</summary>
    public double FailedShort => Math.Max(0, Failed - FailedStale - FailedCurrent);

    /// <summary>Answered after another try, or slowly.</summary>
    public double Slow { get; set; }

    public void Clear()
    {
        Array.Clear(Sent);
        Array.Clear(Lost);
        (Requests, Failed, Stale, FailedStale, FailedCurrent, Slow) = (0, 0, 0, 0, 0, 0);
    }
}
