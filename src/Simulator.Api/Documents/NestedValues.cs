namespace Simulator.Api.Documents;

/// <summary>Cursors as lists and maps.</summary>
public static class NestedValues
{
    /// <summary>The items that could be read; the others have been reported.</summary>
    public static IReadOnlyList<T> List<T>(this SourceCursor cursor, Func<FieldReader, T> read)
        where T : class
    {
        var values = new List<T>();
        foreach (var item in cursor.Items())
        {
            if (OrEmpty(item).Read(read) is { } value) values.Add(value);
        }

        return values.Count == 0 ? [] : [.. values];
    }

    public static IReadOnlyList<string> Texts(this SourceCursor cursor)
    {
        var values = new List<string>();
        foreach (var item in cursor.Items())
        {
            if (TextOrEmpty(item) is { } value) values.Add(value);
        }

        return values.Count == 0 ? [] : [.. values];
    }

    public static LabelSet Labels(this SourceCursor cursor)
    {
        var entries = cursor.Entries();
        var pairs = new List<KeyValuePair<string, string>>(entries.Count);
        foreach (var (key, value) in entries)
        {
            if (TextOrEmpty(value) is { } text) pairs.Add(KeyValuePair.Create(key, text));
        }

        return LabelSet.Of(pairs);
    }

    public static ResourceList Amounts(this SourceCursor cursor)
    {
        var entries = cursor.Entries();
        var amounts = new List<KeyValuePair<string, Quantity>>(entries.Count);
        foreach (var (name, value) in entries)
        {
            if (value.Amount() is { } amount) amounts.Add(KeyValuePair.Create(name, amount));
        }

        return ResourceList.Of(amounts);
    }

    private static SourceCursor OrEmpty(SourceCursor item) =>
        item.Node.IsNull && item.Context.Rules.NullItemsAreEmpty
            ? item with { Node = new SourceMapping(item.Node.File, item.Node.Line, item.Node.Column, []) }
            : item;

    private static string? TextOrEmpty(SourceCursor item) =>
        item.Node.IsNull && item.Context.Rules.NullItemsAreEmpty ? "" : item.Text();
}
