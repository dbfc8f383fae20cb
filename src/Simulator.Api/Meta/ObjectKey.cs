namespace Simulator.Api;

/// <summary>Identifies an object within its kind; sorts by namespace, then name, in byte order.</summary>
public readonly record struct ObjectKey(string Namespace, string Name) : IComparable<ObjectKey>
{
    public int CompareTo(ObjectKey other)
    {
        var order = string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    public bool Equals(ObjectKey other) => Name == other.Name && Namespace == other.Namespace;

    /// <summary>Of the end of the name, where names differ: a third of the cost of hashing both texts (zone-outage: 4 % of the run).</summary>
    public override int GetHashCode()
    {
        var name = Name.AsSpan();
        var hash = (uint)name.Length;
        foreach (var letter in name.Length > 8 ? name[^8..] : name) hash = (hash * 31) + letter;
        return (int)(hash * 2654435769);
    }

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
