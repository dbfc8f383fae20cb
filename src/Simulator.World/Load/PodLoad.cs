using MathNet.Numerics.Distributions;

namespace Simulator.World.Load;

/// <summary>
/// The queue of one pod over time. As long as its load does not change it keeps to a <see cref="WaitLaw"/>; on the way from one law to the
/// next, and above capacity, its length is a Brownian motion with a floor (Harrison 1985): it grows by what arrives and is not served.
/// </summary>
/// <remarks>Times in seconds. All pods with the same load and the same past can share one.</remarks>
public sealed class PodLoad
{
    /// <summary>A way that short is not walked.</summary>
    private const double AtOnce = 5;

    /// <summary>In standard deviations: so far below its floor the free motion has left nothing of the start.</summary>
    private const double Over = 2.3;

    private double _mean;
    private double _variance;
    private WaitLaw? _law;

    public PodLoad(in PodQueue queue) => (Queue, _law) = (queue, WaitLaw.Of(queue, 0));

    private PodLoad(PodLoad other) =>
        (Queue, PerSecond, IsSettled, _mean, _variance, _law) =
        (other.Queue, other.PerSecond, other.IsSettled, other._mean, other._variance, other._law);

    public PodQueue Queue { get; private set; }

    /// <summary>Requests a second that arrive.</summary>
    public double PerSecond { get; private set; }

    /// <summary>Nothing changes until the load does.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>Of the requests that arrive now.</summary>
    public double LossShare => IsSettled ? _law!.LossShare : IsGrowing ? Full * (_law?.LossShare ?? 0) : (1 - Behind) * _law!.LossShare;

    /// <summary>Requests that wait.</summary>
    public double MeanWaiting => IsSettled
        ? _law!.MeanWaiting
        : Math.Min(Queue.WaitingMax, (_mean * Behind) + (Deviation * Normal.PDF(0, 1, _mean / Deviation)))
            + (IsGrowing ? 0 : (1 - Behind) * _law!.MeanWaiting);

    /// <summary>Requests a second that it serves to the end.</summary>
    public double Served
    {
        get
        {
            if (IsSettled) return PerSecond * (1 - _law!.LossShare);
            return IsGrowing ? Queue.Capacity : (Behind * Queue.Capacity) + ((1 - Behind) * PerSecond * (1 - _law!.LossShare));
        }
    }

    /// <summary>Requests a second by which the queue grows.</summary>
    private double Growth => PerSecond - Queue.Capacity;

    /// <summary>Also where as much arrives as is served: there is no law without a bound then, and it never settles.</summary>
    private bool IsGrowing => Growth >= 0 || _law is null;

    /// <summary>A second.</summary>
    private double VarianceGrowth => PerSecond + (Queue.Capacity * Queue.Times.Variation * Queue.Times.Variation);

    private double Deviation => Math.Sqrt(Math.Max(_variance, 1e-9));

    /// <summary>Probability that what was there before has not been served yet.</summary>
    private double Behind => NormalBelow(_mean / Deviation);

    /// <summary>Probability that the queue has reached its bound.</summary>
    private double Full => double.IsFinite(Queue.WaitingMax) ? NormalBelow((_mean - Queue.WaitingMax) / Deviation) : 0;

    public PodLoad Clone() => new(this);

    /// <summary>Its queue is empty: the container has started anew.</summary>
    public void Empty()
    {
        (_mean, _variance, PerSecond, IsSettled) = (0, 0, 0, true);
        _law = WaitLaw.Of(Queue, 0);
    }

    /// <summary>Another load, or another pace.</summary>
    public void Change(in PodQueue queue, double perSecond)
    {
        if (IsSettled || _mean < 0) (_mean, _variance) = (_law?.MeanWaiting ?? 0, _law?.VarianceWaiting ?? 0);
        _mean = Math.Min(_mean, queue.WaitingMax);
        (Queue, PerSecond, _law) = (queue, perSecond, WaitLaw.Of(queue, perSecond));
        IsSettled = _law is not null && (IsNear(_law) || SettlesIn < AtOnce);
    }

    /// <summary>Time goes by.</summary>
    public void Advance(double seconds)
    {
        if (IsSettled) return;
        _mean += Growth * seconds;
        _variance += VarianceGrowth * seconds;
        IsSettled = _law is not null && (Growth < 0
            ? _mean < -Over * Deviation
            : _mean - Queue.WaitingMax > Over * Deviation || Deviation > Queue.WaitingMax);
    }

    /// <summary>Share of the requests taken now that wait longer.</summary>
    public double WaitAbove(double seconds) => IsSettled ? _law!.Above(seconds) : WaitAbove(seconds, SpreadOfWait);

    /// <param name="spread">Of the wait, which is the same for all times that are asked for at once.</param>
    private double WaitAbove(double seconds, double spread)
    {
        var start = _mean / Queue.Capacity;
        var free = NormalBelow((start - seconds) / spread);
        var floor = (-seconds - start) / spread;
        if (!IsGrowing) return free + (_law!.Above(seconds) * NormalBelow(floor));
        var reflected = free >= 1 || floor < -8
            ? 0
            : Math.Exp(2 * Growth * seconds * Queue.Capacity / VarianceGrowth) * NormalBelow(floor);
        var open = Math.Min(1, free + reflected);
        return _law is null ? open : (Full * _law.Above(seconds)) + Math.Max(0, open - Full);
    }

    /// <summary>The ends are exact: there the library computes for long what is 0 and 1 in its numbers.</summary>
    private static double NormalBelow(double value) => value < -39 ? 0 : value > 8.5 ? 1 : Normal.CDF(0, 1, value);

    /// <summary>The same for the wait and the service together.</summary>
    public double LatencyAbove(double seconds) => IsSettled && _law is ExponentialWait simple && Queue.Times.IsExponential
        ? TwoExponentials(simple, seconds)
        : InPieces(seconds);

    /// <summary>Who finds so many waits for as many departures, which are spread, too.</summary>
    private double SpreadOfWait =>
        Math.Sqrt(Math.Max(_variance + (Math.Max(_mean, 0) * Square(Queue.Times.Variation)), 1e-9)) / Queue.Capacity;

    /// <summary>Seconds until the free motion is well below its floor, or above its bound.</summary>
    private double SettlesIn
    {
        get
        {
            var distance = Growth < 0 ? _mean : Queue.WaitingMax - _mean;
            var speed = Math.Max(Math.Abs(Growth), 1e-9);
            var byDrift = (distance / speed) + (Square(Over) * VarianceGrowth / Square(speed));
            return Math.Min(byDrift, Square(Queue.WaitingMax) / VarianceGrowth);
        }
    }

    private bool IsNear(WaitLaw law) => Math.Abs(law.MeanWaiting - _mean) < 0.02 + (0.05 * _mean);

    private double TwoExponentials(ExponentialWait wait, double seconds)
    {
        var (serving, waiting) = (1 / Queue.ServiceSeconds, wait.Rate);
        var served = Math.Exp(-serving * seconds);
        if (Math.Abs(serving - waiting) < 1e-6 * serving) return served * (1 + (wait.Share * serving * seconds));
        var both = ((waiting * served) - (serving * Math.Exp(-waiting * seconds))) / (waiting - serving);
        return ((1 - wait.Share) * served) + (wait.Share * both);
    }

    private double InPieces(double seconds)
    {
        var spread = IsSettled ? 0 : SpreadOfWait;
        var waiting = Wait(0);
        var sum = (1 - waiting) * Queue.Times.Above(seconds / Queue.ServiceSeconds);
        var (pieces, weights) = (Queue.Times.Pieces, Queue.Times.Weights);
        for (var i = 0; i < pieces.Count; i++)
        {
            var left = seconds - (pieces[i] * Queue.ServiceSeconds);
            sum += weights[i] * (left <= 0 ? waiting : Wait(left));
        }

        return sum;

        double Wait(double longer) => IsSettled ? _law!.Above(longer) : WaitAbove(longer, spread);
    }

    private static double Square(double value) => value * value;
}
