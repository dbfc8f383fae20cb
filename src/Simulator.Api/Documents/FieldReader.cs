namespace Simulator.Api.Documents;

/// <summary>Reads the keys of one mapping, and knows in the end which of them nobody read.</summary>
/// <remarks>A key whose value is null counts as absent, as in Kubernetes.</remarks>
public sealed class FieldReader
{
    private readonly bool[] _isRead;

    private readonly HashSet<string>? _known;

    public FieldReader(SourceMapping node, SourcePath path, ReadingContext context)
    {
        (Node, Path, Context) = (node, path, context);
        _isRead = new bool[node.Entries.Count];
        if (context.Rules.Unread != UnreadKeys.Ignored) _known = new HashSet<string>(StringComparer.Ordinal);
    }

    public SourceMapping Node { get; }

    public SourcePath Path { get; }

    public ReadingContext Context { get; }

    /// <summary>The value of a key; null if it is absent.</summary>
    public SourceCursor? Optional(string key)
    {
        _known?.Add(key);
        var index = Context.Rules.IgnoresCase ? Node.IndexOfIgnoringCase(key) : Node.IndexOf(key);
        if (index < 0) return null;
        _isRead[index] = true;
        var value = Node.Entries[index].Value;
        return value.IsNull ? null : new SourceCursor(value, Path.Child(key), Context);
    }

    /// <summary>As <see cref="Optional"/>, but the key stays unread: the API server checks it, and nothing here acts upon it.</summary>
    public SourceCursor? Peek(string key)
    {
        _known?.Add(key);
        var index = Context.Rules.IgnoresCase ? Node.IndexOfIgnoringCase(key) : Node.IndexOf(key);
        if (index < 0 || Node.Entries[index].Value is { IsNull: true }) return null;
        return new SourceCursor(Node.Entries[index].Value, Path.Child(key), Context.Quiet);
    }

    /// <summary>The value of a key that counts as read with all that stands below; null if it is absent.</summary>
    public SourceCursor? Whole(string key) => Optional(key) is { } value ? value with { Context = Context.Quiet } : null;

    /// <summary>The value of a key; null after an error if it is absent.</summary>
    public SourceCursor? Required(string key)
    {
        var value = Optional(key);
        if (value is null) Error($"the key '{key}' is missing");
        return value;
    }

    /// <summary>True if the key is there with a value; it still has to be read.</summary>
    public bool Has(string key) => Node[key] is { IsNull: false };

    /// <summary>Takes keys as read that need no action.</summary>
    public void Skip(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) Optional(key);
    }

    /// <summary>Keys that were read and checked, but change nothing: reported with those that nobody read.</summary>
    public void NotActedUpon(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            var index = Node.IndexOf(key);
            if (index >= 0 && !Node.Entries[index].Value.IsNull) _isRead[index] = false;
        }
    }

    /// <summary>The entries that nobody has read so far.</summary>
    internal IEnumerable<SourceEntry> Unread() => Node.Entries.Where((_, index) => !_isRead[index]);

    /// <summary>The first key that was not read so far, which then counts as read; null if there is none.</summary>
    public string? TakeOtherKey()
    {
        var index = Array.IndexOf(_isRead, false);
        if (index < 0) return null;
        _isRead[index] = true;
        return Node.Entries[index].Key;
    }

    /// <summary>Complains at the mapping itself.</summary>
    public void Error(string sentence) => Context.Diagnostics.Error(Node, Path.Says(sentence));

    /// <summary>Complains at the value of a key, or at the mapping if the key is absent.</summary>
    public void ErrorAt(string key, string sentence) =>
        Context.Diagnostics.Error(Node[key] ?? Node, Path.Child(key).Says(sentence));

    /// <summary>Reports the keys that nobody read, as the rules say.</summary>
    public void Finish()
    {
        if (_known is null || Array.IndexOf(_isRead, false) < 0) return;
        string[] known = [.. _known.Order(StringComparer.Ordinal)];
        for (var i = 0; i < _isRead.Length; i++)
        {
            if (!_isRead[i]) Report(Node.Entries[i], known);
        }
    }

    private void Report(SourceEntry entry, string[] known) =>
        Context.Report(new UnreadKey(Node, entry, Path.Child(entry.Key), known));
}
