namespace Simulator.Api.Documents;

/// <summary>Gathers the entries of one mapping and finds keys that come twice.</summary>
internal sealed class EntryList
{
    private const int ScanLimit = 16;

    private readonly List<SourceEntry> _entries = [];

    private Dictionary<string, int>? _index;

    private int _size = 1;

    private int _height;

    /// <returns>False if the key is there already; then nothing is added.</returns>
    public bool TryAdd(in SourceEntry entry)
    {
        if (IndexOf(entry.Key) >= 0) return false;
        _index?.Add(entry.Key, _entries.Count);
        _entries.Add(entry);
        _size += entry.Value.Size;
        _height = Math.Max(_height, entry.Value.Height);
        return true;
    }

    /// <summary>The last of two equal keys wins, as in Go's encoding/json.</summary>
    public void Set(in SourceEntry entry)
    {
        if (TryAdd(entry)) return;
        _entries[IndexOf(entry.Key)] = entry;
        _height = Math.Max(_height, entry.Value.Height);
    }

    public int Count => _entries.Count;

    /// <summary>Adds the entry, or replaces one of its key that is not among those in the middle.</summary>
    /// <param name="from">Index of the first that stays.</param>
    /// <param name="to">Index after the last that stays.</param>
    public void SetOutside(int from, int to, in SourceEntry entry)
    {
        if (IndexOf(entry.Key) is var index && (index < from || index >= to)) Set(entry);
    }

    public SourceMapping ToMapping(string file, int line, int column) =>
        new(file, line, column, [.. _entries]) { Size = _size, Height = _height + 1 };

    private int IndexOf(string key)
    {
        if (_entries.Count <= ScanLimit)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Key == key) return i;
            }

            return -1;
        }

        if (_index is null)
        {
            _index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _entries.Count; i++) _index.Add(_entries[i].Key, i);
        }

        return _index.GetValueOrDefault(key, -1);
    }
}
