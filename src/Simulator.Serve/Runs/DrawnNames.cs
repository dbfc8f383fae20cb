using System.Globalization;
using Simulator.Engine;
using Simulator.Serve.Answers;

namespace Simulator.Serve.Runs;

/// <summary>
/// Names and uids of what clients create, from streams of their own: one after each command, so that a run that is repeated up to there,
/// without drawing anything, goes on with names that nobody has.
/// </summary>
internal sealed class DrawnNames(ulong seed, string cluster, Moments moments) : INameSource
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    private (TimeSpan After, RandomStream Stream)? _drawn;

    private RandomStream Stream
    {
        get
        {
            if (_drawn is not { } drawn || drawn.After != moments.Last) _drawn = drawn = (moments.Last, StreamAfter(moments.Last));
            return drawn.Stream;
        }
    }

    /// <summary>In the form that Go's uuid.NewUUID gives: version 1.</summary>
    public string NextUid() => string.Create(
        CultureInfo.InvariantCulture, $"{Bits(16):x4}{Bits(16):x4}-{Bits(16):x4}-11e6-8{Bits(12):x3}-{Bits(24):x6}{Bits(24):x6}");

    public string NextSuffix() => new([.. Enumerable.Range(0, 5).Select(_ => Alphabet[Stream.NextInt(Alphabet.Length)])]);

    public int NextChoice(int count) => Stream.NextInt(count);

    private RandomStream StreamAfter(TimeSpan command) =>
        new RandomStreams(seed)[string.Create(CultureInfo.InvariantCulture, $"{cluster}/served-names-{command.Ticks}")];

    private int Bits(int count) => Stream.NextInt(1 << count);
}
