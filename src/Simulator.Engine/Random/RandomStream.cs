using System.Numerics;
using MathNet.Numerics.Random;

namespace Simulator.Engine;

/// <summary>A generator of its own: xoshiro256** (Blackman, Vigna 2018), the same numbers on any machine.</summary>
public sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public RandomStream(ulong seed)
    {
        var source = new SplitMix64(seed);
        _a = source.Next();
        _b = source.Next();
        _c = source.Next();
        _d = source.Next();
    }

    /// <summary>The same stream, for the distributions of MathNet.</summary>
    public RandomSource ForMathNet => field ??= new MathNetSource(this);

    public ulong NextULong()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>At least 0, below 1, a multiple of 2^-53.</summary>
    public double NextDouble() => (NextULong() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least 0, below <paramref name="end"/>, each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is below 1.</exception>
    public int NextInt(int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, 1);
        var range = (ulong)end;
        var unfair = (0UL - range) % range;
        while (true)
        {
            // The upper half of the product is the number; a lower half below 2^64 mod range would favour some (Lemire 2019).
            var number = Math.BigMul(NextULong(), range, out ulong lower);
            if (lower >= unfair) return (int)number;
        }
    }
}
