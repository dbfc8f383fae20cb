using System.Collections.Frozen;

namespace Simulator.Serve.Resources.Fields;

/// <summary>What is said of structs and fields outside v1, read from <c>words.txt</c>.</summary>
public static class FieldWords
{
    private const string Everywhere = "*";

    private static readonly FrozenDictionary<(string Struct, string Field), string> Words = Read().ToFrozenDictionary();

    /// <summary>What there are words for; of a struct itself the field is "".</summary>
    public static IEnumerable<(string Struct, string Field)> All => Words.Keys;

    /// <summary>Null: nothing.</summary>
    public static string? OfStruct(string name) => Words.GetValueOrDefault((name, ""));

    /// <summary>Null: nothing.</summary>
    public static string? OfField(string structName, string field) =>
        Words.GetValueOrDefault((structName, field)) ?? Words.GetValueOrDefault((Everywhere, field));

    private static Dictionary<(string, string), string> Read()
    {
        Dictionary<(string, string), string> words = [];
        var at = "";
        foreach (var line in EmbeddedLines.Of("words.txt"))
        {
            var parts = line.TrimStart().Split(' ', 2);
            if (line.StartsWith(' ')) words.Add((at, parts[0]), parts[1]);
            else words.Add((at = parts[0], ""), parts.Length > 1 ? parts[1] : "");
        }

        return words;
    }
}
