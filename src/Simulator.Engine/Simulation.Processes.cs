namespace Simulator.Engine;

public sealed partial class Simulation
{
    /// <summary>The priority of process starts and interrupts: before everything else at the same time.</summary>
    internal const int Urgent = short.MinValue;

    /// <summary>The process whose code is running; null in a callback.</summary>
    public Process? ActiveProcess { get; private set; }

    /// <summary>Starts an iterator as a process, at the present time.</summary>
    public Process Process(IEnumerable<Event> steps) => new(this, steps);

    public Timeout Timeout(TimeSpan delay, int priority = 0) => new(this, delay, priority);

    /// <summary>A duration drawn from a distribution.</summary>
    public Timeout Timeout(IDistribution delay, RandomStream stream) => new(this, delay.Sample(stream));

    public Event Event() => new(this);

    public AnyOf AnyOf(params Event[] events) => new(this, events);

    public AllOf AllOf(params Event[] events) => new(this, events);

    /// <summary>Whether the running process has a fault to handle; asking takes it.</summary>
    /// <exception cref="InvalidOperationException">No process is running.</exception>
    public bool HandleFault() =>
        (ActiveProcess ?? throw new InvalidOperationException("No process is running.")).HandleFault();

    internal Process? Enter(Process? process)
    {
        var previous = ActiveProcess;
        ActiveProcess = process;
        return previous;
    }
}
