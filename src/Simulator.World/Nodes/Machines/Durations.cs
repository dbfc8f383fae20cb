using Simulator.Engine;

namespace Simulator.World.Nodes.Machines;

internal static class Durations
{
    /// <summary>In whole microseconds, unless nothing changes.</summary>
    public static TimeSpan Times(this TimeSpan usual, double factor) =>
        factor == 1 ? usual : Microseconds.Of(usual.TotalMicroseconds * factor);
}
