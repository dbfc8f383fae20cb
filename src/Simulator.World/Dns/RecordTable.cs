namespace Simulator.World.Dns;

/// <summary>Records that whoever holds the table sets and removes: a DNS zone without a provider around it.</summary>
public sealed class RecordTable : IFederatedRecords
{
    private readonly SortedDictionary<string, RecordSet> _sets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public event Action<string>? Changed;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyCollection<RecordSet> All => _sets.Values;

    /// <inheritdoc/>
    public RecordSet? Find(string name) => _sets.GetValueOrDefault(name);

    /// <summary>Replaces what the name had; what says the same is no change.</summary>
    public void Set(RecordSet set)
    {
        if (_sets.TryGetValue(set.Name, out var before) && before.SaysSameAs(set)) return;
        _sets[set.Name] = set;
        Changed?.Invoke(set.Name);
    }

    /// <summary>Nothing if there is no such name.</summary>
    public void Remove(string name)
    {
        if (_sets.Remove(name)) Changed?.Invoke(name);
    }
}
