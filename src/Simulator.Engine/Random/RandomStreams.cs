using System.Text;

namespace Simulator.Engine;

/// <summary>One seed, many named streams: a draw from one never changes what another gives, on any machine.</summary>
public sealed class RandomStreams(ulong seed)
{
    private readonly Dictionary<string, RandomStream> _streams = new(StringComparer.Ordinal);

    public ulong Seed { get; } = seed;

    /// <summary>The stream of this name; the same instance each time.</summary>
    public RandomStream this[string name]
    {
        get
        {
            if (_streams.TryGetValue(name, out var stream)) return stream;
            stream = new RandomStream(SplitMix64.Mix(Seed) ^ Hash(name));
            _streams.Add(name, stream);
            return stream;
        }
    }

    // FNV-1a, 64 bits, of the UTF-8 bytes: the hash codes of .NET differ from run to run.
    private static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name)) hash = (hash ^ octet) * 1099511628211UL;
        return hash;
    }
}
