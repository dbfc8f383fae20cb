namespace Simulator.Reports.Measures.Stateful;

/// <summary>What a run showed of one claim.</summary>
/// <param name="name">"namespace/name".</param>
public sealed class ClaimLife(string cluster, string name, TimeSpan createdAt, long bytes)
{
    public string Cluster => cluster;

    public string Name => name;

    public TimeSpan CreatedAt => createdAt;

    /// <summary>Requested.</summary>
    public long Bytes => bytes;

    /// <summary>"Pending", "Bound" or "Lost".</summary>
    public string Phase { get; internal set; } = "";

    /// <summary>Of its phase.</summary>
    public TimeSpan Since { get; internal set; }

    /// <summary>The first time.</summary>
    public TimeSpan? BoundAt { get; internal set; }

    /// <summary>What the binder last said; "" if it had nothing to say.</summary>
    public string Why { get; internal set; } = "";
}
