namespace Simulator.Engine;

/// <summary>When a slot of the <see cref="CallbackTable"/> is due. Appointments have a total order: time, then order number.</summary>
internal readonly struct Appointment(long ticks, long order, int slot)
{
    public readonly long Ticks = ticks;
    public readonly long Order = order;
    public readonly int Slot = slot;

    // Without a jump: which of two children is earlier cannot be predicted, and a missed prediction costs more than both compares.
    public bool IsBefore(in Appointment other) =>
        (Ticks < other.Ticks) | ((Ticks == other.Ticks) & (Order < other.Order));
}
