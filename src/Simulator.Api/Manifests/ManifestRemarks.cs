namespace Simulator.Api;

/// <summary>Gathers what was there but is not acted upon, and says it once for each kind.</summary>
internal sealed class ManifestRemarks
{
    /// <summary>So many fields of a kind are told by name.</summary>
    private const int FieldsMax = 100;

    private readonly SortedDictionary<string, Unread> _kinds = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, SortedDictionary<string, Unread>> _fields = new(StringComparer.Ordinal);

    /// <summary>An object of a kind, or of a version of it, that nobody reads.</summary>
    public void AddKind(SourceNode at, string kind, string version)
    {
        var name = version.Length == 0 ? kind : $"{kind} ({version})";
        if (_kinds.TryGetValue(name, out var unread)) unread.Count++;
        else _kinds.Add(name, new Unread(at.File, at.Line, at.Column, Hint(kind)));
    }

    /// <summary>A field that nobody reads.</summary>
    /// <param name="object">Where the object stands in its document.</param>
    public void AddField(string kind, SourcePath @object, UnreadKey key)
    {
        var field = key.Path.ToPattern()[@object.ToPattern().Length..].TrimStart('.');
        if (!_fields.TryGetValue(kind, out var fields)) _fields.Add(kind, fields = new(StringComparer.Ordinal));
        if (fields.ContainsKey(field)) return;
        var hint = fields.Count < FieldsMax && key.Suggestion() is { } near ? $" (did you mean {near}?)" : "";
        fields.Add(field, new Unread(key.File, key.Entry.Line, key.Entry.Column, hint));
    }

    /// <summary>Says it, and forgets it.</summary>
    public void TellTo(Diagnostics diagnostics)
    {
        foreach (var (name, unread) in _kinds)
        {
            var objects = unread.Count == 1 ? "1 object" : $"{unread.Count} objects";
            diagnostics.Remark(unread.File, unread.Line, unread.Column, $"{name}: {objects} not acted upon{unread.Hint}");
        }

        foreach (var (kind, fields) in _fields)
        {
            var first = fields.Values.MinBy(field => (field.File, field.Line, field.Column))!;
            diagnostics.Remark(first.File, first.Line, first.Column, $"{kind}: not acted upon: {Listed(fields)}");
        }

        _kinds.Clear();
        _fields.Clear();
    }

    private static string Listed(SortedDictionary<string, Unread> fields)
    {
        var told = Wording.Listed(fields.Take(FieldsMax).Select(field => field.Key + field.Value.Hint));
        return fields.Count <= FieldsMax ? told : $"{told} and {fields.Count - FieldsMax} more";
    }

    private static string Hint(string kind)
    {
        var versions = KindTable.VersionsOf(kind);
        return versions.Count != 0 ? $"; it is read as {Wording.Listed(versions)}" : Wording.DidYouMean(kind, KindTable.Kinds);
    }

    private sealed class Unread(string file, int line, int column, string hint)
    {
        public string File { get; } = file;

        public int Line { get; } = line;

        public int Column { get; } = column;

        public string Hint { get; } = hint;

        public int Count { get; set; } = 1;
    }
}
