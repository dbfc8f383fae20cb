using Simulator.Engine;

namespace Simulator.World.Stateful;

/// <summary>For how long a group has been written to: it runs only while writes are accepted.</summary>
internal sealed class WriteClock(Simulation simulation)
{
    private TimeSpan _written;
    private TimeSpan _since;

    public bool IsRunning { get; private set; }

    public TimeSpan Written => IsRunning ? _written + (simulation.Now - _since) : _written;

    public void Run()
    {
        if (IsRunning) return;
        (IsRunning, _since) = (true, simulation.Now);
    }

    public void Stop()
    {
        _written = Written;
        IsRunning = false;
    }

    /// <summary>What was written after that moment is lost.</summary>
    public void SetBack(TimeSpan to) => (_written, _since) = (to, simulation.Now);
}
