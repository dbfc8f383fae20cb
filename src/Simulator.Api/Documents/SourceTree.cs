using System.Text.Json;
using YamlDotNet.Core;

namespace Simulator.Api;

/// <summary>Turns files and text into trees. What cannot be read becomes one sentence with its place, and yields no documents.</summary>
/// <remarks>Limits: 16 MiB a file, 1,000,000 nodes with aliases expanded, 100 levels.</remarks>
public static class SourceTree
{
    /// <summary>The documents of a file: JSON if its name ends in .json, YAML otherwise.</summary>
    public static IReadOnlyList<SourceNode> ReadFile(string path, Diagnostics diagnostics)
    {
        if (SourceFile.Read(path, diagnostics) is not { } bytes) return [];
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return ParseJson(path, bytes, diagnostics);
        return SourceFile.Decode(path, bytes.Span, diagnostics) is { } text ? ParseYaml(path, text, diagnostics) : [];
    }

    /// <summary>The documents of a YAML text; empty ones are left out.</summary>
    public static IReadOnlyList<SourceNode> ParseYaml(string file, string text, Diagnostics diagnostics)
    {
        try
        {
            return new YamlTreeReader(file, text, diagnostics).Read();
        }
        catch (YamlException broken)
        {
            var place = broken.Start;
            diagnostics.Error(file, (int)place.Line, (int)place.Column, $"not YAML: {Sentence(broken)}");
        }
        catch (SourceException refused)
        {
            diagnostics.Error(file, refused.Line, refused.Column, refused.Message);
        }

        return [];
    }

    /// <summary>The values of a JSON text, one after another.</summary>
    public static IReadOnlyList<SourceNode> ParseJson(string file, ReadOnlyMemory<byte> utf8, Diagnostics diagnostics) =>
        ParseJson(file, utf8, diagnostics, DuplicateKeys.Refused);

    /// <summary>The one value of a JSON text that a program wrote.</summary>
    /// <exception cref="FormatException">Not exactly one JSON value.</exception>
    public static SourceNode ParseJson(string file, ReadOnlyMemory<byte> utf8)
    {
        var diagnostics = new Diagnostics();
        var values = ParseJson(file, utf8, diagnostics);
        if (diagnostics.HasErrors) throw new FormatException(diagnostics.Errors[0].ToString());
        return values.Count == 1 ? values[0] : throw new FormatException($"{file}  holds {values.Count} JSON values; allowed is one");
    }

    internal static IReadOnlyList<SourceNode> ParseJson(
        string file, ReadOnlyMemory<byte> utf8, Diagnostics diagnostics, DuplicateKeys duplicates)
    {
        try
        {
            return new JsonTreeReader(file, diagnostics, duplicates).Read(SourceFile.WithoutMark(utf8.Span));
        }
        catch (JsonException broken)
        {
            var column = (int)(broken.BytePositionInLine ?? 0) + 1;
            diagnostics.Error(file, (int)(broken.LineNumber ?? 0) + 1, column, $"not JSON: {Sentence(broken)}");
        }
        catch (SourceException refused)
        {
            diagnostics.Error(file, refused.Line, refused.Column, refused.Message);
        }

        return [];
    }

    /// <summary>The parser's own words, without the place that they repeat.</summary>
    private static string Sentence(Exception broken)
    {
        var words = broken.Message.Split(" LineNumber:")[0];
        var start = words.StartsWith('(') ? words.IndexOf("): ", StringComparison.Ordinal) : -1;
        return Wording.Shortened((start < 0 ? words : words[(start + 3)..]).TrimEnd('.'), 200);
    }
}
