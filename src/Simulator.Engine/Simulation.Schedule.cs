namespace Simulator.Engine;

public sealed partial class Simulation
{
    private static readonly Action<object, long> InvokeCallback = static (target, payload) => ((ICallback)target).Invoke(payload);
    private static readonly Action<object, long> InvokeAction = static (action, _) => ((Action)action)();

    /// <summary>Calls <paramref name="action"/> after <paramref name="delay"/>. A static delegate makes this free of allocation.</summary>
    /// <param name="priority">Lower first among what is due at the same time; -32,768 to 32,767.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or reaches beyond the end of time, or the priority is out of
    /// range.</exception>
    public TimerHandle Schedule(TimeSpan delay, Action<object, long> action, object state, long argument = 0, int priority = 0) =>
        _agenda.Add(After(delay), priority, action, state, argument);

    /// <inheritdoc cref="Schedule(TimeSpan, Action{object, long}, object, long, int)"/>
    public TimerHandle Schedule(TimeSpan delay, ICallback target, long payload = 0, int priority = 0) =>
        _agenda.Add(After(delay), priority, InvokeCallback, target, payload);

    /// <summary>The convenient form: a lambda that captures allocates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, or reaches beyond the end of time.</exception>
    public TimerHandle Schedule(TimeSpan delay, Action action, int priority = 0) =>
        _agenda.Add(After(delay), priority, InvokeAction, action, 0);

    /// <summary>As <see cref="Schedule(TimeSpan, Action{object, long}, object, long, int)"/>, at a time since the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is in the past.</exception>
    public TimerHandle ScheduleAt(TimeSpan time, Action<object, long> action, object state, long argument = 0, int priority = 0) =>
        _agenda.Add(NotPast(time), priority, action, state, argument);

    /// <inheritdoc cref="ScheduleAt(TimeSpan, Action{object, long}, object, long, int)"/>
    public TimerHandle ScheduleAt(TimeSpan time, ICallback target, long payload = 0, int priority = 0) =>
        _agenda.Add(NotPast(time), priority, InvokeCallback, target, payload);

    /// <inheritdoc cref="ScheduleAt(TimeSpan, Action{object, long}, object, long, int)"/>
    public TimerHandle ScheduleAt(TimeSpan time, Action action, int priority = 0) =>
        _agenda.Add(NotPast(time), priority, InvokeAction, action, 0);

    /// <summary>Takes a callback back, in constant time. False if it has run, was cancelled before, or the handle is the default.</summary>
    public bool Cancel(TimerHandle handle) => _agenda.Cancel(handle);

    /// <summary>Whether the callback is still to run.</summary>
    public bool IsPending(TimerHandle handle) => _agenda.IsPending(handle);

    private long After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Ticks, nameof(delay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay.Ticks, long.MaxValue - _now, nameof(delay));
        return _now + delay.Ticks;
    }

    private long NotPast(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time.Ticks, _now, nameof(time));
        return time.Ticks;
    }
}
