using System.Globalization;
using Simulator.Serve.Answers;

namespace Simulator.Serve.Replay;

/// <summary>Names that are as good as any: comparisons mask them.</summary>
public sealed class CountedNames : INameSource
{
    private int _count;

    public string NextUid() => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-11f1-8000-{++_count:x12}");

    public string NextSuffix() => string.Create(CultureInfo.InvariantCulture, $"{++_count:d5}");

    public int NextChoice(int count) => ++_count % count;
}
