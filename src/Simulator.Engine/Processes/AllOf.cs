namespace Simulator.Engine;

/// <summary>
/// Succeeds when all its events have succeeded; fails with the value of the first that fails. Without events it succeeds at once.
/// </summary>
public sealed class AllOf : Event, IEventListener
{
    private readonly Event[] _events;
    private int _missing;

    public AllOf(Simulation simulation, params Event[] events)
        : base(simulation)
    {
        _events = events;
        _missing = events.Length;
        if (events.Length == 0) Succeed();
        foreach (var source in events)
        {
            if (IsTriggered) break;
            if (source.IsProcessed)
                Count(source);
            else
                source.Add(this);
        }
    }

    void IEventListener.On(Event source)
    {
        if (!IsTriggered) Count(source);
    }

    private void Count(Event source)
    {
        if (!source.IsOk)
            Abandon(source);
        else if (--_missing == 0)
            Succeed();
    }

    private void Abandon(Event failed)
    {
        foreach (var other in _events) other.Remove(this);
        Fail(failed.Value);
    }
}
