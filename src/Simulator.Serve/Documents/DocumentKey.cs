namespace Simulator.Serve.Documents;

/// <summary>Where an object lies in the store, whichever group it is seen through.</summary>
/// <param name="Resource">In the plural, as in paths: <c>replicasets</c>.</param>
/// <param name="Namespace">Empty for resources of the whole cluster.</param>
public readonly record struct DocumentKey(string Resource, string Namespace, string Name) : IComparable<DocumentKey>
{
    /// <summary>The order of lists: by resource, namespace, name.</summary>
    public int CompareTo(DocumentKey other)
    {
        var order = string.CompareOrdinal(Resource, other.Resource);
        if (order == 0) order = string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }
}
