namespace Simulator.Engine;

/// <summary>Succeeds with the first of its events that succeeds (its <see cref="Event.Value"/> is that event); fails with the value of the
/// first that fails. Without events it succeeds at once.</summary>
public sealed class AnyOf : Event, IEventListener
{
    private readonly Event[] _events;

    public AnyOf(Simulation simulation, params Event[] events)
        : base(simulation)
    {
        _events = events;
        if (events.Length == 0) Succeed();
        foreach (var source in events)
        {
            if (IsTriggered) break;
            if (source.IsProcessed)
                Settle(source);
            else
                source.Add(this);
        }
    }

    void IEventListener.On(Event source)
    {
        if (!IsTriggered) Settle(source);
    }

    private void Settle(Event source)
    {
        // An event that outlives many waits must not collect their listeners.
        foreach (var other in _events) other.Remove(this);
        if (source.IsOk)
            Succeed(source);
        else
            Fail(source.Value);
    }
}
