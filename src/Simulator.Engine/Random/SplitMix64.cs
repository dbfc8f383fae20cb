namespace Simulator.Engine;

/// <summary>Spreads a seed over 64 bits (Steele, Lea, Flood 2014), as the authors of xoshiro advise for seeding.</summary>
internal struct SplitMix64(ulong state)
{
    private ulong _state = state;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Finish(_state);
    }

    public static ulong Mix(ulong value) => new SplitMix64(value).Next();

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
