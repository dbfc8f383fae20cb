using System.Text.Json;
using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Words;
using YamlDotNet.Core;

namespace Simulator.Api.Sources;

/// <summary>Turns files and text into trees. What cannot be read becomes one sentence with its place, and yields no documents.</summary>
/// <remarks>Limits: 16 MiB a file, 1,000,000 nodes with aliases expanded, 100 levels.</remarks>
public static class SourceTree
{
    /// <summary>
    /// The documents of a file; one sentence, and none, if it is a file of another trade (a chart, a kubeconfig, a picture).
    /// </summary>
    public static IReadOnlyList<SourceNode> ReadFile(string path, Diagnostics diagnostics, Dialect dialect = Dialect.Strict)
    {
        diagnostics.AddFile(path);
        if (SourceFile.Read(path, diagnostics) is not { } bytes) return [];
        if (ForeignBytes.What(bytes.Span) is { } what) return Refuse(path, what, diagnostics);
        return SourceFile.Decode(path, bytes.Span, diagnostics) is { } text ? ReadText(path, text, bytes, diagnostics, dialect) : [];
    }

    private static IReadOnlyList<SourceNode> ReadText(
        string path, string text, ReadOnlyMemory<byte> bytes, Diagnostics diagnostics, Dialect dialect)
    {
        if (ForeignText.What(text) is { } what) return Refuse(path, what, diagnostics);
        var own = new Diagnostics();
        var documents = Parse(path, text, bytes, own, dialect);
        var foreign = own.HasErrors ? ForeignTemplate.OfBroken(text, own.Errors[0].Line) : ForeignDocument.What(path, documents);
        if (foreign is not null) return Refuse(path, foreign, diagnostics);
        diagnostics.AddAll(own);
        return documents;
    }

    /// <summary>kubectl looks at the text, not at the name: a brace begins JSON; a flow mapping of YAML looks like it.</summary>
    private static IReadOnlyList<SourceNode> Parse(
        string path, string text, ReadOnlyMemory<byte> bytes, Diagnostics diagnostics, Dialect dialect)
    {
        var isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var looksLikeJson = text.AsSpan().TrimStart() is ['{' or '[', ..];
        if (isJson && (looksLikeJson || dialect == Dialect.Strict)) return ParseJson(path, bytes, diagnostics, DuplicatesOf(dialect));
        var own = new Diagnostics();
        var documents = ParseYaml(path, text, own, dialect);
        if (own.HasErrors && looksLikeJson && dialect == Dialect.Kubectl && AsJson(path, bytes, diagnostics) is { } values) return values;
        diagnostics.AddAll(own);
        return documents;
    }

    /// <summary>Null if it is no JSON either.</summary>
    private static IReadOnlyList<SourceNode>? AsJson(string path, ReadOnlyMemory<byte> bytes, Diagnostics diagnostics)
    {
        var own = new Diagnostics();
        var values = ParseJson(path, bytes, own, DuplicateKeys.LastWins);
        if (own.HasErrors) return null;
        diagnostics.AddAll(own);
        return values;
    }

    private static DuplicateKeys DuplicatesOf(Dialect dialect) =>
        dialect == Dialect.Kubectl ? DuplicateKeys.LastWins : DuplicateKeys.Refused;

    private static IReadOnlyList<SourceNode> Refuse(string path, string what, Diagnostics diagnostics)
    {
        diagnostics.Error(path, 1, 1, $"this is {what}");
        return [];
    }

    /// <summary>The documents of a YAML text; empty ones are left out.</summary>
    /// <param name="firstLine">Where the text begins in the file.</param>
    public static IReadOnlyList<SourceNode> ParseYaml(
        string file, string text, Diagnostics diagnostics, Dialect dialect = Dialect.Strict, int firstLine = 1)
    {
        try
        {
            return new YamlTreeReader(
                file, dialect == Dialect.Kubectl ? KubectlText.ToYaml(text) : text, diagnostics, DuplicatesOf(dialect),
                firstLine).Read();
        }
        catch (YamlException broken)
        {
            var place = broken.Start;
            diagnostics.Error(file, (int)place.Line + firstLine - 1, (int)place.Column, $"not YAML: {Sentence(broken)}");
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
