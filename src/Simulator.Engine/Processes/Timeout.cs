namespace Simulator.Engine;

/// <summary>An event that succeeds after a delay.</summary>
public sealed class Timeout : Event
{
    private static readonly Action<object, long> Expire = static (timeout, _) => ((Timeout)timeout).Happen();

    private readonly TimerHandle _timer;

    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public Timeout(Simulation simulation, TimeSpan delay, int priority = 0)
        : base(simulation) => _timer = simulation.Schedule(delay, Expire, this, 0, priority);

    /// <summary>The timeout will never trigger; false if it has. Spares the queue one that nobody waits for any more.</summary>
    public bool Cancel() => Simulation.Cancel(_timer);
}
