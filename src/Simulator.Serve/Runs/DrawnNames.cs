using System.Globalization;
using Simulator.Engine;
using Simulator.Serve.Answers;

namespace Simulator.Serve.Runs;

/// <summary>Names and uids of what clients create, from a stream of their own.</summary>
internal sealed class DrawnNames(RandomStream stream) : INameSource
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>In the form that Go's uuid.NewUUID gives: version 1.</summary>
    public string NextUid() => string.Create(
        CultureInfo.InvariantCulture, $"{Bits(16):x4}{Bits(16):x4}-{Bits(16):x4}-11e6-8{Bits(12):x3}-{Bits(24):x6}{Bits(24):x6}");

    public string NextSuffix() => new([.. Enumerable.Range(0, 5).Select(_ => Alphabet[stream.NextInt(Alphabet.Length)])]);

    public int NextChoice(int count) => stream.NextInt(count);

    private int Bits(int count) => stream.NextInt(1 << count);
}
