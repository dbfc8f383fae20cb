namespace Simulator.World.Nodes.Heartbeats;

/// <summary>Nothing lands: the API server hangs, and the next write waits in its socket.</summary>
internal sealed class HeldBeats : IBeats
{
    public static HeldBeats Instance { get; } = new();

    public TimeSpan? Last(TimeSpan now) => null;

    public TimeSpan? Next(TimeSpan now) => null;
}
