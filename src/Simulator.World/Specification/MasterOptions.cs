namespace Simulator.World.Specification;

/// <summary>The machines of the control plane: each runs an API server, a scheduler and a controller manager.</summary>
public sealed record MasterOptions
{
    /// <summary>The zone of each master; "" = outside all zones: no zone takes it along.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [""];

    public EtcdOptions Etcd { get; init; } = new();

    /// <summary>
    /// From the end of a program to its next start by the kubelet of its master, without back-off (judgement: seen by the next relist, then
    /// started).
    /// </summary>
    public TimeSpan RestartDelay { get; init; } = TimeSpan.FromSeconds(3);

    public int Count => Zones.Count;

    public int EtcdMembers => Etcd.Members ?? Zones.Count;
}
