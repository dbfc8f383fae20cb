namespace Simulator.Engine;

/// <summary>Something that happens at most once and that processes can wait for, by yielding it.</summary>
/// <remarks>Pending, then triggered (it has an outcome), then processed (those who waited have been told, at the same time, in the
/// order in which they began to wait).</remarks>
public class Event
{
    private static readonly Action<object, long> Process = static (source, _) => ((Event)source).Tell();

    private IEventListener? _first;
    private List<IEventListener>? _more;

    public Event(Simulation simulation) => Simulation = simulation;

    public Simulation Simulation { get; }

    public bool IsTriggered { get; private set; }

    public bool IsProcessed { get; private set; }

    /// <summary>False once the event has failed.</summary>
    public bool IsOk { get; private set; } = true;

    /// <summary>What <see cref="Succeed"/> or <see cref="Fail"/> was given; null before.</summary>
    public object? Value { get; private set; }

    /// <exception cref="InvalidOperationException">The event is triggered already.</exception>
    public void Succeed(object? value = null, int priority = 0) => Trigger(isOk: true, value, priority);

    /// <summary>Triggers with a fault: a process that waits for it must call <see cref="Engine.Process.HandleFault"/>.</summary>
    /// <exception cref="InvalidOperationException">The event is triggered already.</exception>
    public void Fail(object? value = null, int priority = 0) => Trigger(isOk: false, value, priority);

    /// <summary>
    /// Calls <paramref name="callback"/> when the event is processed. The callback has to look at <see cref="IsOk"/> itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The event is processed already.</exception>
    public void AddCallback(Action<Event> callback) => Add(new CallbackListener(callback));

    public static AnyOf operator |(Event left, Event right) => new(left.Simulation, left, right);

    public static AllOf operator &(Event left, Event right) => new(left.Simulation, left, right);

    internal void Add(IEventListener listener)
    {
        if (IsProcessed) throw new InvalidOperationException("The event has been processed: nobody would be told.");
        if (_first is null && _more is null)
            _first = listener;
        else
            (_more ??= []).Add(listener);
    }

    internal void Remove(IEventListener listener)
    {
        if (_first == listener)
            _first = null;
        else
            _more?.Remove(listener);
    }

    /// <summary>Triggers and tells at once: for an event whose time has come.</summary>
    internal void Happen()
    {
        SetOutcome(isOk: true, null);
        Tell();
    }

    private void Trigger(bool isOk, object? value, int priority)
    {
        SetOutcome(isOk, value);
        Simulation.Schedule(TimeSpan.Zero, Process, this, 0, priority);
    }

    private void SetOutcome(bool isOk, object? value)
    {
        if (IsTriggered) throw new InvalidOperationException("An event triggers only once.");
        IsTriggered = true;
        IsOk = isOk;
        Value = value;
    }

    private void Tell()
    {
        IsProcessed = true;
        var (first, more) = (_first, _more);
        (_first, _more) = (null, null);
        if (first is null && more is null or { Count: 0 } && !IsOk) throw new UnhandledFaultException(this, Value);
        first?.On(this);
        for (var i = 0; i < more?.Count; i++) more[i].On(this);
    }

    private sealed class CallbackListener(Action<Event> callback) : IEventListener
    {
        public void On(Event source) => callback(source);
    }
}
