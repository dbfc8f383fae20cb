namespace Simulator.Reports.Measures.Stateful;

/// <summary>What DNS answered for one name.</summary>
public sealed class NameLife(string cluster, string name)
{
    public string Cluster => cluster;

    public string Name => name;

    /// <summary>"" = no such name.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Changes of the answer after the first address.</summary>
    public int Changes { get; private set; }

    /// <summary>Time in which nothing served at the address that DNS still told.</summary>
    public TimeSpan Stale { get; private set; }

    public TimeSpan LongestStale { get; private set; }

    private bool HasBeen { get; set; }

    internal void Change(string address, TimeSpan stale)
    {
        if (HasBeen) Changes++;
        HasBeen |= address.Length > 0;
        Address = address;
        Stale += stale;
        if (stale > LongestStale) LongestStale = stale;
    }
}
