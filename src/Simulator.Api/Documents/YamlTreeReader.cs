using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Api.Documents;

/// <summary>Builds the tree of a YAML file from parser events. Aliases share nodes, so that a bomb costs arithmetic, not memory.</summary>
/// <param name="firstLine">Where the text begins in the file.</param>
internal sealed class YamlTreeReader(
    string file, string text, Diagnostics diagnostics, DuplicateKeys duplicates, int firstLine = 1)
{
    private readonly Parser _parser = new(new StringReader(text));

    private readonly SourceLimits _limits = new();

    /// <summary>Null while the anchored node is still being read.</summary>
    private readonly Dictionary<AnchorName, SourceNode?> _anchors = [];

    /// <summary>The documents; empty ones are left out.</summary>
    /// <exception cref="YamlException">Not YAML.</exception>
    /// <exception cref="SourceException">A limit was passed, or the parser gave up in another way.</exception>
    public List<SourceNode> Read()
    {
        try
        {
            return ReadDocuments();
        }
        catch (Exception failure) when (
            failure is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw Unreadable(); // YamlDotNet 18.1 meets some broken texts with these instead of its own exception
        }
    }

    private List<SourceNode> ReadDocuments()
    {
        var documents = new List<SourceNode>();
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            var root = ReadNode(1);
            if (!root.IsNull) documents.Add(root);
            _parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private SourceException Unreadable()
    {
        var place = _parser.Current?.End ?? new Mark(0, 1, 1);
        return new SourceException((int)place.Line + firstLine - 1, (int)place.Column, "not YAML: what follows here cannot be read");
    }

    private SourceNode ReadNode(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Resolve(alias, depth);
        if (_parser.Current is not NodeEvent start) throw Unreadable();
        var (line, column) = Place(start);
        _limits.Count(1, line, column);
        SourceLimits.CheckDepth(depth, line, column);
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor] = null;
        var node = ReadContent(start, depth);
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor] = node;
        return node;
    }

    private SourceNode Resolve(AnchorAlias alias, int depth)
    {
        var (line, column) = Place(alias);
        if (!_anchors.TryGetValue(alias.Value, out var node))
        {
            throw new SourceException(line, column, $"the alias '*{alias.Value}' has no anchor before it");
        }
        if (node is null) throw new SourceException(line, column, $"the alias '*{alias.Value}' stands inside its own anchor");
        _limits.Count(node.Size, line, column);
        SourceLimits.CheckDepth(depth + node.Height - 1, line, column);
        return node;
    }

    private SourceNode ReadContent(NodeEvent start, int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar)) return ScalarOf(scalar);
        return _parser.TryConsume<SequenceStart>(out _) ? ReadSequence(start, depth) : ReadMapping(start, depth);
    }

    private SourceScalar ScalarOf(Scalar scalar)
    {
        var (line, column) = Place(scalar);
        var isText = scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str";
        return new SourceScalar(file, line, column, scalar.Value, isText);
    }

    private SourceSequence ReadSequence(NodeEvent start, int depth)
    {
        var items = new List<SourceNode>();
        var (size, height) = (1, 0);
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = ReadNode(depth + 1);
            items.Add(item);
            size += item.Size;
            height = Math.Max(height, item.Height);
        }

        var (line, column) = Place(start);
        return new SourceSequence(file, line, column, [.. items]) { Size = size, Height = height + 1 };
    }

    private SourceMapping ReadMapping(NodeEvent start, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new EntryList();
        var merged = new List<(SourceNode Node, int Before)>();
        while (!_parser.TryConsume<MappingEnd>(out _)) ReadEntry(entries, merged, depth);
        var own = entries.Count;
        foreach (var (node, before) in merged) Merge(node, duplicates == DuplicateKeys.LastWins ? before : 0, own, entries);
        var (line, column) = Place(start);
        return entries.ToMapping(file, line, column);
    }

    private void ReadEntry(EntryList entries, List<(SourceNode Node, int Before)> merged, int depth)
    {
        var key = ReadNode(depth + 1);
        if (key is not SourceScalar scalar) throw new SourceException(key.Line, key.Column, $"{key.Describe()} is no key; allowed is text");
        var value = ReadNode(depth + 1);
        if (scalar is { Text: "<<", IsQuoted: false }) merged.Add((value, entries.Count));
        else
        {
            Add(
                entries,
                new SourceEntry(
                    duplicates == DuplicateKeys.LastWins ? KubectlText.KeyOf(scalar) : scalar.Text, key.Line, key.Column, value));
        }
    }

    private void Add(EntryList entries, in SourceEntry entry)
    {
        if (entries.TryAdd(entry)) return;
        if (duplicates == DuplicateKeys.LastWins) entries.Set(entry);
        duplicates.Tell(file, entry, "mapping", diagnostics);
    }

    /// <summary>The merge key of YAML 1.1: keys that stand in the mapping itself win, then the earlier of several mappings.</summary>
    /// <param name="before">So many of its own keys lose all the same: for go-yaml of 1.3 those above the merge key (decode.go,
    /// mapping).</param>
    /// <param name="own">So many keys stand in the mapping itself.</param>
    private void Merge(SourceNode node, int before, int own, EntryList entries)
    {
        if (node is not SourceSequence sequence) MergeMapping(node, before, own, entries);
        else
        {
            foreach (var item in sequence.Items.Reverse()) MergeMapping(item, before, own, entries);
        }
    }

    private void MergeMapping(SourceNode node, int before, int own, EntryList entries)
    {
        if (node is not SourceMapping mapping)
        {
            throw new SourceException(node.Line, node.Column, $"{node.Describe()} cannot be merged with '<<'; allowed are mappings");
        }
        _limits.Count(mapping.Size, node.Line, node.Column);
        foreach (var entry in mapping.Entries) entries.SetOutside(before, own, entry);
    }

    private (int Line, int Column) Place(ParsingEvent at) => ((int)at.Start.Line + firstLine - 1, (int)at.Start.Column);
}
