using System.Text.Json;
using Simulator.Api.Words;
using Simulator.Scenarios.Packed;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>Objects as rows: one a line, or all in one list. A column is a path: <c>resource_request.cpus</c>,
/// <c>attempts.0.start_time</c>.
/// </summary>
internal sealed class JsonRows : IRowReader
{
    private readonly LineReader? _lines;
    private readonly JsonDocument? _list;
    private readonly string[][] _paths;
    private int _next;

    /// <inheritdoc cref="RowReaders.Open"/>
    public JsonRows(string file, IReadOnlyList<string> wanted)
    {
        File = file;
        _paths = [.. wanted.Select(path => path.Split('.'))];
        if (IsList(file)) _list = ReadAll(file);
        else _lines = new LineReader(PackedFile.Open(file));
    }

    public string File { get; }

    public IReadOnlyDictionary<string, string> Head { get; } = new Dictionary<string, string>();

    public int Surplus => 0;

    public bool TryRead(out TraceRow row)
    {
        row = default;
        if (_list is not null)
        {
            if (_next >= _list.RootElement.GetArrayLength()) return false;
            row = Row(_next + 1, _list.RootElement[_next++]);
            return true;
        }

        while (_lines!.Next() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            row = Parsed(line);
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _list?.Dispose();
    }

    private TraceRow Parsed(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Row(_lines!.Number, document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new RaggedRowException(_lines!.Number, $"the line is no JSON object ({Wording.Shortened(broken.Message)})");
        }
    }

    private TraceRow Row(long number, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new RaggedRowException(number, $"found {element.ValueKind}; allowed is an object with the cells of a row");
        }

        return new TraceRow(number, Array.ConvertAll(_paths, path => Cell(element, path)));
    }

    private static string Cell(JsonElement element, string[] path)
    {
        foreach (var step in path)
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (step == "count" && element.ValueKind == JsonValueKind.Array) return $"{element.GetArrayLength()}";
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element)) return "";
        }

        return element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "" : element.ToString();
    }

    private static bool IsList(string file)
    {
        using var stream = PackedFile.Open(file);
        for (var octet = stream.ReadByte(); octet >= 0; octet = stream.ReadByte())
        {
            if (octet is ' ' or '\n' or '\r' or '\t' or 0xEF or 0xBB or 0xBF) continue;
            return octet == '[';
        }

        return false;
    }

    private static JsonDocument ReadAll(string file)
    {
        using var whole = PackedFile.Open(file);
        try
        {
            return JsonDocument.Parse(whole);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"the file is no JSON ({Wording.Shortened(broken.Message)})");
        }
    }
}
