namespace Simulator.World.Load;

/// <summary>Clients that try again: what fails now arrives once more after a pause, so that failing breeds load.</summary>
/// <param name="retries">Tries after the first one, from 0.</param>
public sealed class RetryLoop(int retries)
{
    private const double Unchanged = 1e-3;

    /// <summary>Tries a second, by how many came before.</summary>
    private readonly double[] _tries = new double[retries + 1];

    /// <summary>All tries a second.</summary>
    public double Tries
    {
        get
        {
            var sum = 0.0;
            foreach (var tries in _tries) sum += tries;
            return sum;
        }
    }

    /// <summary>Requests a second whose last try fails.</summary>
    public double FailingAt(double failingShare) => _tries[^1] * failingShare;

    /// <summary>Nothing changes any more while requests and failing share stay as they are.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <param name="perSecond">Requests a second of users.</param>
    /// <param name="failingShare">Of the tries that are made now.</param>
    /// <param name="pauseSeconds">From a try until the next one, mean; above 0.</param>
    /// <param name="seconds">Time that goes by; infinity: as long as it takes.</param>
    public void Advance(double perSecond, double failingShare, double pauseSeconds, double seconds)
    {
        var part = 1 - Math.Exp(-seconds / pauseSeconds);
        (_tries[0], IsSettled) = (perSecond, true);
        for (var n = 1; n < _tries.Length; n++)
        {
            var change = (_tries[n - 1] * failingShare) - _tries[n];
            if (Math.Abs(change) * (1 - part) > Unchanged * perSecond) IsSettled = false;
            _tries[n] += change * part;
        }
    }
}
