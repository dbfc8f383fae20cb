namespace Simulator.Engine;

/// <summary>
/// An iterator that runs in simulated time: it yields the event that it waits for and goes on when that event is processed.
/// A process is an event itself, which triggers when the iterator ends.
/// </summary>
/// <remarks>As in SimSharp, a fault (a failed event, an interrupt) cannot be thrown into an iterator: it goes on after the yield and has to
/// call <see cref="HandleFault"/>. If it yields again without, that is an error; if it ends without, the process fails too.</remarks>
public sealed class Process : Event, IEventListener
{
    private static readonly Action<object, long> Begin = static (process, _) => ((Process)process).Resume();

    private readonly IEnumerator<Event> _steps;
    private Event? _target;
    private bool _isFaulted;

    public Process(Simulation simulation, IEnumerable<Event> steps)
        : base(simulation)
    {
        _steps = steps.GetEnumerator();
        simulation.Schedule(TimeSpan.Zero, Begin, this, 0, Simulation.Urgent);
    }

    /// <summary>What the last fault carried: the value of the failed event, or the cause of the interrupt.</summary>
    public object? FaultValue { get; private set; }

    public bool IsAlive => !IsTriggered;

    /// <summary>Whether there is a fault since the last yield; asking takes it.</summary>
    public bool HandleFault()
    {
        var wasFaulted = _isFaulted;
        _isFaulted = false;
        return wasFaulted;
    }

    /// <summary>Ends the wait of the process with a fault, at the present time but before any other event of that time.</summary>
    /// <exception cref="InvalidOperationException">The process has ended, or interrupts itself.</exception>
    public void Interrupt(object? cause = null)
    {
        if (IsTriggered) throw new InvalidOperationException("A process that has ended cannot be interrupted.");
        if (Simulation.ActiveProcess == this) throw new InvalidOperationException("A process cannot interrupt itself.");
        var interruption = new Event(Simulation);
        interruption.Add(this);
        interruption.Fail(cause, Simulation.Urgent);
    }

    void IEventListener.On(Event source)
    {
        if (IsTriggered) return;
        if (source != _target) _target?.Remove(this);
        Take(source);
        Resume();
    }

    private void Take(Event source)
    {
        _target = null;
        if (source.IsOk) return;
        _isFaulted = true;
        FaultValue = source.Value;
    }

    private void Resume()
    {
        while (MoveNext())
        {
            if (_isFaulted) throw new UnhandledFaultException(this, FaultValue);
            var target = _steps.Current;
            if (!target.IsProcessed)
            {
                _target = target;
                target.Add(this);
                return;
            }

            Take(target);
        }
    }

    private bool MoveNext()
    {
        var previous = Simulation.Enter(this);
        try
        {
            if (_steps.MoveNext() && !IsTriggered) return true;
        }
        finally
        {
            Simulation.Enter(previous);
        }

        End();
        return false;
    }

    private void End()
    {
        _steps.Dispose();
        if (IsTriggered) return;
        if (_isFaulted)
            Fail(FaultValue);
        else
            Succeed();
    }
}
