namespace Simulator.World.Load;

/// <summary>How long requests wait at a pod whose load has not changed for a while.</summary>
public abstract class WaitLaw
{
    /// <summary>A bound of the queue that so few requests meet is none.</summary>
    private const double Negligible = 1e-6;

    /// <summary>Share of requests that are refused because too many wait.</summary>
    public virtual double LossShare => 0;

    /// <summary>Requests that wait, on average.</summary>
    public abstract double MeanWaiting { get; }

    /// <summary>Variance of their number.</summary>
    public abstract double VarianceWaiting { get; }

    /// <summary>Share of the requests that are taken which wait longer.</summary>
    public abstract double Above(double seconds);

    /// <summary>Of a number that is 0 but for a share, and there falls like a geometric one.</summary>
    private protected static double Variance(double mean, double share) => share > 0 ? mean + ((2 / share) - 1) * mean * mean : 0;

    /// <summary>Null: more arrives than is served, and the queue has no bound.</summary>
    /// <param name="perSecond">Requests a second that arrive, independently.</param>
    public static WaitLaw? Of(in PodQueue queue, double perSecond)
    {
        var utilization = queue.UtilizationAt(perSecond);
        if (double.IsFinite(queue.WaitingMax) && Math.Pow(utilization, queue.WaitingMax + 1) > Negligible)
        {
            return BoundedWait.At(queue, perSecond);
        }
        if (utilization >= 1) return null;
        var isCompound = queue.Servers == 1 && !queue.Times.IsExponential && utilization is > 0 and < CompoundTable.UtilizationMax;
        return isCompound ? new CompoundWait(queue, perSecond) : new ExponentialWait(queue, perSecond);
    }
}
