namespace Simulator.Api.Documents;

/// <summary>Keys and values in the order of the file; no key comes twice.</summary>
public sealed class SourceMapping : SourceNode
{
    private const int ScanLimit = 16;

    private readonly SourceEntry[] _entries;

    private Dictionary<string, int>? _index;

    internal SourceMapping(string file, int line, int column, SourceEntry[] entries)
        : base(file, line, column) => _entries = entries;

    public IReadOnlyList<SourceEntry> Entries => _entries;

    /// <summary>The value of a key; null if absent.</summary>
    public SourceNode? this[string key] => IndexOf(key) is var index && index >= 0 ? _entries[index].Value : null;

    /// <summary>Position of a key in <see cref="Entries"/>; -1 if absent.</summary>
    public int IndexOf(string key)
    {
        if (_entries.Length > ScanLimit) return Index().GetValueOrDefault(key, -1);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key == key) return i;
        }

        return -1;
    }

    /// <summary>As <see cref="IndexOf"/>, but a key that differs in case only is found if no exact one is there.</summary>
    /// <remarks>Go's encoding/json matches keys so.</remarks>
    public int IndexOfIgnoringCase(string key)
    {
        var exact = IndexOf(key);
        return exact >= 0 ? exact : Array.FindIndex(_entries, entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same mapping with another value of a key; a key that was not there comes last.</summary>
    public SourceMapping With(in SourceEntry entry)
    {
        var entries = new EntryList();
        foreach (var own in _entries) entries.TryAdd(own);
        entries.Set(entry);
        return entries.ToMapping(File, Line, Column);
    }

    public override string Describe() => "a mapping";

    private Dictionary<string, int> Index()
    {
        if (_index is not null) return _index;
        _index = new Dictionary<string, int>(_entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < _entries.Length; i++) _index[_entries[i].Key] = i;
        return _index;
    }
}
