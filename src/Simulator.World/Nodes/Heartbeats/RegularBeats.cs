namespace Simulator.World.Nodes.Heartbeats;

/// <summary>One every period.</summary>
/// <param name="phase">When one of them lands.</param>
internal sealed class RegularBeats(TimeSpan phase, TimeSpan period) : IBeats
{
    public TimeSpan? Last(TimeSpan now) => After(now) - period;

    public TimeSpan? Next(TimeSpan now) => After(now);

    private TimeSpan After(TimeSpan now)
    {
        var periods = ((now - phase).Ticks / period.Ticks) + (now < phase ? 0 : 1);
        return phase + (period * periods);
    }
}
