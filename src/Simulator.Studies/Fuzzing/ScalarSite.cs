using Simulator.Api.Documents;

namespace Simulator.Studies.Fuzzing;

/// <summary>A plain value in a text of YAML.</summary>
/// <param name="Path">The keys that lead to it, whatever its number in a list: <c>clusters[].zones[]</c>; with its kind in
/// manifests.</param>
/// <param name="Start">Index of its first letter.</param>
internal sealed record ScalarSite(string Path, int Start, int Length)
{
    public string In(string text) => text.Substring(Start, Length);

    public string Replaced(string text, string value) => string.Concat(text.AsSpan(0, Start), value, text.AsSpan(Start + Length));

    /// <summary>Those of a text whose place in it is certain.</summary>
    public static IReadOnlyList<ScalarSite> Of(string text, IEnumerable<SourceNode> documents)
    {
        var lines = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) lines.Add(at + 1);
        var sites = new List<ScalarSite>();
        foreach (var document in documents) Add(document, KindOf(document), text, lines, sites);
        return sites;
    }

    private static string KindOf(SourceNode document) => (document as SourceMapping)?["kind"] is SourceScalar kind ? $"{kind.Text}:" : "";

    private static void Add(SourceNode node, string path, string text, List<int> lines, List<ScalarSite> sites)
    {
        if (node is SourceMapping mapping)
        {
            foreach (var entry in mapping.Entries) Add(entry.Value, Below(path, entry.Key), text, lines, sites);
        }
        else if (node is SourceSequence sequence)
        {
            foreach (var item in sequence.Items) Add(item, KindOf(item) is { Length: > 0 } kind ? kind : $"{path}[]", text, lines, sites);
        }
        else if (node is SourceScalar scalar && SiteOf(scalar, path, text, lines) is { } site)
        {
            sites.Add(site);
        }
    }

    private static string Below(string path, string key) => path.Length == 0 || path[^1] == ':' ? path + key : $"{path}.{key}";

    /// <summary>Null: a block of lines, or of another file.</summary>
    private static ScalarSite? SiteOf(SourceScalar scalar, string path, string text, List<int> lines)
    {
        if (scalar.Line < 1 || scalar.Line > lines.Count || scalar.Text.Length == 0) return null;
        var start = lines[scalar.Line - 1] + scalar.Column - 1;
        if (start >= text.Length) return null;
        if (text[start] is '"' or '\'')
        {
            var end = text.IndexOf(text[start], start + 1);
            return end < 0 ? null : new ScalarSite(path, start, end - start + 1);
        }

        var isWritten = string.CompareOrdinal(text, start, scalar.Text, 0, scalar.Text.Length) == 0;
        return isWritten ? new ScalarSite(path, start, scalar.Text.Length) : null;
    }
}
