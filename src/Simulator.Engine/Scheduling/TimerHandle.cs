namespace Simulator.Engine;

/// <summary>Names one scheduled callback of one <see cref="Simulation"/>. The default value names none.</summary>
/// <remarks>The order number is the generation: a handle never names a later callback that happens to use the same slot.</remarks>
public readonly record struct TimerHandle
{
    internal TimerHandle(int slot, long order)
    {
        Slot = slot;
        Order = order;
    }

    internal int Slot { get; }

    internal long Order { get; }
}
