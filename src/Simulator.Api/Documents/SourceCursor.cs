namespace Simulator.Api.Documents;

/// <summary>A value, its place in words, and the rules under which it is read. Conversions answer null after reporting an error.</summary>
public readonly record struct SourceCursor(SourceNode Node, SourcePath Path, ReadingContext Context)
{
    public string Describe() => Node.Describe();

    public void Error(string sentence) => Context.Diagnostics.Error(Node, Path.Says(sentence));

    public void Remark(string sentence) => Context.Diagnostics.Remark(Node, Path.Says(sentence));

    /// <summary>Reports what was found and what is allowed.</summary>
    public void Refuse(string allowed) => Error($"found {Node.Describe()}; allowed is {allowed}");

    /// <summary>A reader of the keys below; null after an error if this is no mapping.</summary>
    public FieldReader? Fields()
    {
        if (Node is SourceMapping mapping) return new FieldReader(mapping, Path, Context);
        Refuse("a mapping");
        return null;
    }

    /// <summary>Reads the mapping below and complains about keys that were not read; null after an error.</summary>
    public T? Read<T>(Func<FieldReader, T> read)
        where T : class
    {
        if (Fields() is not { } fields) return null;
        var value = read(fields);
        fields.Finish();
        return value;
    }

    /// <summary>The items of a list; empty after an error if this is no list.</summary>
    public IReadOnlyList<SourceCursor> Items()
    {
        if (Node is SourceSequence sequence)
        {
            var items = new SourceCursor[sequence.Items.Count];
            for (var i = 0; i < items.Length; i++) items[i] = new SourceCursor(sequence.Items[i], Path.Child(i), Context);
            return items;
        }

        Refuse("a list");
        return [];
    }

    /// <summary>The values of a mapping with free keys; empty after an error if this is no mapping.</summary>
    public IReadOnlyList<KeyValuePair<string, SourceCursor>> Entries()
    {
        if (Node is SourceMapping mapping)
        {
            var (path, context) = (Path, Context);
            return [.. mapping.Entries.Select(entry => KeyValuePair.Create(
                entry.Key, new SourceCursor(entry.Value, path.Child(entry.Key), context)))];
        }

        Refuse("a mapping");
        return [];
    }
}
