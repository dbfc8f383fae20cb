using System.Text.Json;

namespace Simulator.Api.Documents;

/// <summary>Builds the tree of a JSON file; several values may follow one another.</summary>
/// <param name="firstLine">Where the text begins in the file.</param>
/// <param name="firstColumn">Where the text begins in its line.</param>
internal sealed class JsonTreeReader(
    string file, Diagnostics diagnostics, DuplicateKeys duplicates, int firstLine = 1, int firstColumn = 1)
{
    /// <summary>Above it counting lines many bytes at a time pays.</summary>
    private const int LongMin = 64;

    private readonly SourceLimits _limits = new();

    /// <summary>A key that is passed over wherever it stands, with all below it; "" = none.</summary>
    public string Skipped { get; init; } = "";

    /// <summary>Keys that were read: a dump has millions, and few different ones. Null: nobody remembers them.</summary>
    public KeyTexts? Keys { get; init; }

    private int _offset;

    private int _line = firstLine;

    private int _column = firstColumn;

    /// <summary>The values; null ones are kept.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="SourceException">A limit was passed.</exception>
    public List<SourceNode> Read(ReadOnlySpan<byte> utf8)
    {
        var options = new JsonReaderOptions { MaxDepth = SourceLimits.DepthMax + 2, AllowMultipleValues = true };
        var reader = new Utf8JsonReader(utf8, options);
        var values = new List<SourceNode>();
        while (reader.Read()) values.Add(ReadNode(ref reader, utf8, 1));
        return values;
    }

    private SourceNode ReadNode(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int depth)
    {
        MoveTo((int)reader.TokenStartIndex, utf8);
        _limits.Count(1, _line, _column);
        SourceLimits.CheckDepth(depth, _line, _column);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, utf8, depth),
            JsonTokenType.StartArray => ReadArray(ref reader, utf8, depth),
            JsonTokenType.String => new SourceScalar(file, _line, _column, TextOf(ref reader), true),
            _ => new SourceScalar(file, _line, _column, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), false),
        };
    }

    private SourceMapping ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int depth)
    {
        var (line, column) = (_line, _column);
        var entries = new EntryList();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            MoveTo((int)reader.TokenStartIndex, utf8);
            var (keyLine, keyColumn, key) = (_line, _column, KeyOf(ref reader));
            reader.Read();
            if (key == Skipped)
            {
                reader.Skip();
                continue;
            }

            Add(entries, new SourceEntry(key, keyLine, keyColumn, ReadNode(ref reader, utf8, depth + 1)));
        }

        return entries.ToMapping(file, line, column);
    }

    private void Add(EntryList entries, in SourceEntry entry)
    {
        if (entries.TryAdd(entry)) return;
        if (duplicates == DuplicateKeys.LastWins) entries.Set(entry);
        duplicates.Tell(file, entry, "object", diagnostics);
    }

    private SourceSequence ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int depth)
    {
        var (line, column) = (_line, _column);
        var items = new List<SourceNode>();
        var (size, height) = (1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = ReadNode(ref reader, utf8, depth + 1);
            items.Add(item);
            size += item.Size;
            height = Math.Max(height, item.Height);
        }

        return new SourceSequence(file, line, column, [.. items]) { Size = size, Height = height + 1 };
    }

    private string KeyOf(ref Utf8JsonReader reader) => Keys is null || reader.ValueIsEscaped
        ? TextOf(ref reader)
        : Keys.Find(reader.ValueSpan) ?? Keys.Add(reader.ValueSpan, TextOf(ref reader));

    private string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new SourceException(_line, _column, "the text has bytes or escapes that are not Unicode; allowed is UTF-8");
        }
    }

    /// <summary>Keeps line and column of the token; each byte is looked at once.</summary>
    private void MoveTo(int offset, ReadOnlySpan<byte> utf8)
    {
        var passed = utf8[_offset..offset];
        _offset = offset;
        if (passed.LastIndexOf((byte)'\n') is var last && last >= 0)
        {
            // Most of a dump is lines of one token: what is left of the last line is short.
            _line += passed.Length > LongMin ? passed.Count((byte)'\n') : CountShort(passed);
            _column = 1;
            passed = passed[(last + 1)..];
        }

        foreach (var value in passed)
        {
            if ((value & 0xC0) != 0x80) _column++;
        }
    }

    private static int CountShort(ReadOnlySpan<byte> passed)
    {
        var lines = 0;
        foreach (var value in passed) lines += value == '\n' ? 1 : 0;
        return lines;
    }
}
