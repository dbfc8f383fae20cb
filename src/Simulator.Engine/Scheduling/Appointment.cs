namespace Simulator.Engine;

/// <summary>When a slot of the <see cref="CallbackTable"/> is due. Appointments have a total order: time, priority, sequence.</summary>
internal readonly struct Appointment(long ticks, int priority, long sequence, int slot)
{
    public readonly long Ticks = ticks;
    public readonly long Sequence = sequence;
    public readonly int Priority = priority;
    public readonly int Slot = slot;

    public bool IsBefore(in Appointment other) =>
        Ticks != other.Ticks ? Ticks < other.Ticks : IsBeforeAtSameTime(other);

    private bool IsBeforeAtSameTime(in Appointment other) =>
        Priority != other.Priority ? Priority < other.Priority : Sequence < other.Sequence;
}
