namespace Simulator.World.Stateful;

/// <summary>What a member's copy lacks.</summary>
/// <param name="Missed">For how long it was not written to while others were; null: it has nothing.</param>
/// <param name="HasSource">Members in sync that have it can be reached.</param>
internal readonly record struct Lack(TimeSpan? Missed, bool HasSource)
{
    public static readonly Lack Nothing = new(TimeSpan.Zero, HasSource: true);

    public bool IsNothing => HasSource && Missed == TimeSpan.Zero;
}
