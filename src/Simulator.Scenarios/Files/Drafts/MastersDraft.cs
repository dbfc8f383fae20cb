namespace Simulator.Scenarios.Files.Drafts;

/// <summary>The machines of the control plane as the file has them.</summary>
internal sealed record MastersDraft
{
    public int? Count { get; init; }

    public IReadOnlyList<string> Zones { get; init; } = [];

    public int? EtcdMembers { get; init; }

    /// <summary>The zone of each master; "" = outside all zones.</summary>
    public IReadOnlyList<string> MasterZones => Zones.Count > 0 ? Zones : [.. Enumerable.Repeat("", Count ?? 1)];
}
