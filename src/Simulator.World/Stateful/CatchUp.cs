using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>What a member has to copy, and how long that takes; what is written meanwhile comes with it (judgement).</summary>
internal static class CatchUp
{
    /// <summary>What it missed, at most everything; everything if it has nothing.</summary>
    /// <param name="share">Of all writes, what its copy takes.</param>
    public static long BytesOf(Lack lack, StateSpec spec, double share)
    {
        if (lack.Missed is not { } missed) return spec.DataBytes;
        return (long)Math.Min(spec.DataBytes, Math.Ceiling(BytesWritten(missed, spec) * share));
    }

    public static double BytesWritten(TimeSpan during, StateSpec spec) => during.TotalSeconds * spec.WritesPerSecond * spec.WriteBytes;

    public static TimeSpan TimeFor(long bytes, StateSpec spec) =>
        Microseconds.Of(bytes / spec.CatchUpBytesPerSecond * 1e6);
}
