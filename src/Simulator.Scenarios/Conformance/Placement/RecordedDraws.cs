using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>SplitMix64 as the recordings' program draws (its README): the stream runs through the whole recording.</summary>
internal sealed class RecordedDraws(ulong seed) : IDraws
{
    private ulong _state = seed;

    /// <summary>Each draw: of how many, and what came.</summary>
    public List<(int Of, int Value)> Drawn { get; } = [];

    public int Draw(int count)
    {
        _state += 0x9E3779B97F4A7C15UL;
        var value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        value ^= value >> 31;
        var drawn = (int)((value >> 1) % (ulong)count);
        Drawn.Add((count, drawn));
        return drawn;
    }
}
