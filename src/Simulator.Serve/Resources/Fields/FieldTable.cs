using System.Collections.Frozen;
using Simulator.ControlPlane.Versions;

namespace Simulator.Serve.Resources.Fields;

/// <summary>The structs of 1.3.10, read from <c>fields.txt</c>, and under their whole names those of later versions.</summary>
public static class FieldTable
{
    private static readonly FrozenDictionary<string, StructType> Early = Read("fields.txt").ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, StructType> Later =
        Read("fields-later.txt").ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No such struct.</exception>
    public static StructType Of(string name) => Find(name) ?? throw new KeyNotFoundException($"there is no struct {name}");

    /// <summary>All that a server of these groups has.</summary>
    public static IEnumerable<StructType> All(ApiGroups api) =>
        (api == ApiGroups.Apps ? Later : Early).Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Null: no such struct.</summary>
    public static StructType? Find(string name) => Early.GetValueOrDefault(name) ?? Later.GetValueOrDefault(name);

    private static Dictionary<string, StructType> Read(string table)
    {
        var lines = EmbeddedLines.Of(table).ToList();
        var types = lines.Where(line => !line.StartsWith(' '))
            .ToDictionary(line => line, line => new StructType(line), StringComparer.Ordinal);
        StructType? at = null;
        foreach (var line in lines)
        {
            if (types.TryGetValue(line, out var type)) at = type;
            else at!.Add(ReadField(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), types));
        }

        return types;
    }

    private static Field ReadField(string[] words, Dictionary<string, StructType> types)
    {
        var marks = words.Length > 2 && !words[2].StartsWith("merge", StringComparison.Ordinal) ? words[2] : "";
        var merge = words[2..].FirstOrDefault(word => word.StartsWith("merge", StringComparison.Ordinal));
        var key = merge?.Split(':') is [_, var name] ? name : null;
        return new Field(words[0], ReadType(words[1], types), marks.Contains('*'), marks.Contains('?'), merge is not null, key);
    }

    private static FieldType ReadType(string text, Dictionary<string, StructType> types) => text switch
    {
        "string" => new FieldType(FieldKind.Text),
        "bool" => new FieldType(FieldKind.Flag),
        "int32" => new FieldType(FieldKind.Int32),
        "int64" => new FieldType(FieldKind.Int64),
        "quantity" => new FieldType(FieldKind.Quantity),
        "intorstring" => new FieldType(FieldKind.IntOrText),
        "time" => new FieldType(FieldKind.Time),
        "bytes" => new FieldType(FieldKind.Bytes),
        "any" => new FieldType(FieldKind.Any),
        _ when text.StartsWith("[]", StringComparison.Ordinal) => new FieldType(FieldKind.List, Element: ReadType(text[2..], types)),
        _ when text.StartsWith("map:", StringComparison.Ordinal) => new FieldType(FieldKind.Map, Element: ReadType(text[4..], types)),
        _ => new FieldType(FieldKind.Struct, types[text]),
    };
}
