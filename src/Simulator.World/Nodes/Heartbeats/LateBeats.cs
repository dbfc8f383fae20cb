using Simulator.Engine;

namespace Simulator.World.Nodes.Heartbeats;

/// <summary>
/// A kubelet that starves: each write takes so much longer, and the next begins a period after it (syncNodeStatus runs under wait.Until).
/// </summary>
/// <remarks>They are drawn as somebody asks for them, always in the same order.</remarks>
/// <param name="first">When the next write was due as the starvation began.</param>
internal sealed class LateBeats(TimeSpan first, TimeSpan period, IDistribution delay, RandomStream stream) : IBeats
{
    /// <summary>Nobody asks for older ones: at one in ten seconds they are half a day.</summary>
    private const int Kept = 4096;

    private readonly List<TimeSpan> _landed = [];
    private TimeSpan _next = first + delay.Sample(stream);

    public TimeSpan? Last(TimeSpan now)
    {
        DrawUpTo(now);
        for (var i = _landed.Count - 1; i >= 0; i--)
        {
            if (_landed[i] <= now) return _landed[i];
        }

        return null;
    }

    public TimeSpan? Next(TimeSpan now)
    {
        DrawUpTo(now);
        return _next;
    }

    private void DrawUpTo(TimeSpan now)
    {
        while (_next <= now)
        {
            if (_landed.Count == Kept * 2) _landed.RemoveRange(0, Kept);
            _landed.Add(_next);
            _next += period + delay.Sample(stream);
        }
    }
}
