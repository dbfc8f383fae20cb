using System.Text;
using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>The lines of one YAML document: those of its list of items apart from those around it.</summary>
internal sealed class YamlDocumentLines
{
    private const string ItemsKey = "items:";

    private readonly StringBuilder _around = new();
    private readonly List<(int Line, StringBuilder Text)> _items = [];
    private int _first;
    private int _indent = -1;
    private bool _isInItems;

    /// <summary>The line in which it begins.</summary>
    public int First => _first;

    /// <summary>An item of it, or what stands around them, is longer than a file may be.</summary>
    public bool IsTooLong => Math.Max(_around.Length, _items.Count > 0 ? _items[^1].Text.Length : 0) > SourceLimits.BytesMax;

    public void Add(string text, int line)
    {
        if (_first == 0) _first = line;
        if (_isInItems && TryAddToItem(text, line)) return;
        _isInItems = text.TrimEnd() == ItemsKey && _items.Count == 0;
        _around.Append(_isInItems ? "" : text).Append('\n');
    }

    /// <summary>The document's object, or the items of its list.</summary>
    public IEnumerable<DumpItem> Items(string file, Diagnostics diagnostics)
    {
        if (_first == 0) yield break;
        var around = SourceTree.ParseYaml(file, _around.ToString(), diagnostics, Dialect.Kubectl, _first);
        if (_items.Count == 0)
        {
            foreach (var item in around.SelectMany(document => DumpItem.Of(document))) yield return item;
            yield break;
        }

        var (kind, version) = (TextOf(around, "kind"), TextOf(around, "apiVersion"));
        foreach (var (line, text) in _items.SkipLast(TellIfCut(kind, file, diagnostics)))
        {
            var parsed = SourceTree.ParseYaml(file, text.ToString(), diagnostics, Dialect.Kubectl, line);
            foreach (var item in parsed.SelectMany(list => DumpItem.Of(list, kind, version))) yield return item;
        }
    }

    /// <summary>kubectl writes the kind of a list behind its items.</summary>
    /// <returns>How many items at the end cannot be trusted.</returns>
    private int TellIfCut(string kind, string file, Diagnostics diagnostics)
    {
        if (kind.Length > 0) return 0;
        diagnostics.Error(
            file, _items[^1].Line, 1,
            $"the list has no kind: it is cut off in item {_items.Count:N0}, which is left out; the {_items.Count - 1:N0} before it are "
                + "kept");
        return 1;
    }

    /// <returns>False: the list has ended before this line.</returns>
    private bool TryAddToItem(string text, int line)
    {
        var indent = text.Length - text.AsSpan().TrimStart().Length;
        var isBlank = indent == text.Length;
        var begins = !isBlank && text[indent] == '-' && (indent == _indent || _indent < 0) && (text.Length == indent + 1
            || text[indent + 1] == ' ');
        if (begins)
        {
            _indent = indent;
            _items.Add((line, new StringBuilder()));
        }
        else if (!isBlank && indent <= Math.Max(_indent, 0) && text[indent] != '#') return false;
        if (_items.Count > 0) _items[^1].Text.Append(text).Append('\n');
        _around.Append('\n');
        return true;
    }

    private static string TextOf(IReadOnlyList<SourceNode> documents, string key) =>
        documents is [SourceMapping mapping, ..] && mapping[key] is SourceScalar scalar ? scalar.Text : "";
}
