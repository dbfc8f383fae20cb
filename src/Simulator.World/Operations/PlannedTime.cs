using Simulator.World.Specification;

namespace Simulator.World.Operations;

/// <summary>When something planned begins.</summary>
/// <param name="At">Without meaning if it waits for an event.</param>
/// <param name="After">Null: it begins at its time.</param>
/// <param name="IsByHand">After all else of its moment, as when somebody did it.</param>
internal readonly record struct PlannedTime(TimeSpan At, EventTime? After, bool IsByHand)
{
    /// <summary>Of the engine, of what is done by hand.</summary>
    public const int ByHand = 1000;

    public int Priority => IsByHand ? ByHand : 0;
}
