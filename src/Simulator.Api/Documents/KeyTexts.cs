namespace Simulator.Api.Documents;

/// <summary>Texts of keys by their bytes, so that each is made once.</summary>
internal sealed class KeyTexts
{
    /// <summary>A power of two; keys of one place push each other out.</summary>
    private const int Places = 1024;

    /// <summary>Longer ones are names, of which there may be many.</summary>
    private const int LengthMax = 48;

    private readonly (byte[] Bytes, string Text)[] _known = new (byte[], string)[Places];

    /// <summary>Null: it is not known, or no longer.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LengthMax) return null;
        var (bytes, text) = _known[PlaceOf(utf8)];
        return bytes is not null && utf8.SequenceEqual(bytes) ? text : null;
    }

    /// <returns>The text.</returns>
    public string Add(ReadOnlySpan<byte> utf8, string text)
    {
        if (utf8.Length is > 0 and <= LengthMax) _known[PlaceOf(utf8)] = (utf8.ToArray(), text);
        return text;
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var value in utf8) hash = (hash * 31) + value;
        return (int)((hash ^ (hash >> 10)) & (Places - 1));
    }
}
