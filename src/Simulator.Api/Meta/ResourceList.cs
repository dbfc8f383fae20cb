namespace Simulator.Api;

/// <summary>Amounts by resource name; a resource that is absent differs from one that is zero.</summary>
public sealed class ResourceList
{
    public static readonly ResourceList Empty = new([]);

    private readonly KeyValuePair<string, Quantity>[] _amounts;

    private ResourceList(KeyValuePair<string, Quantity>[] sortedAmounts) => _amounts = sortedAmounts;

    /// <summary>The amounts in name order.</summary>
    public ReadOnlySpan<KeyValuePair<string, Quantity>> Amounts => _amounts;

    public static ResourceList Of(IEnumerable<KeyValuePair<string, Quantity>> amounts)
    {
        var sorted = new SortedDictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var (name, amount) in amounts) sorted[name] = amount;
        return sorted.Count == 0 ? Empty : new ResourceList([.. sorted]);
    }

    public static ResourceList Of(params (string Name, Quantity Amount)[] amounts) =>
        Of(amounts.Select(entry => KeyValuePair.Create(entry.Name, entry.Amount)));

    public bool TryGet(string name, out Quantity amount)
    {
        foreach (var entry in _amounts)
        {
            if (entry.Key != name) continue;
            amount = entry.Value;
            return true;
        }

        amount = Quantity.Zero;
        return false;
    }

    /// <summary>The amount in thousandths, rounded up; 0 where absent.</summary>
    public long MilliValue(string name) => TryGet(name, out var amount) ? amount.MilliValue : 0;

    /// <summary>The amount in whole units, rounded up; 0 where absent.</summary>
    public long Value(string name) => TryGet(name, out var amount) ? amount.Value : 0;
}
