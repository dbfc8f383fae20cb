namespace Simulator.World.Nodes.Heartbeats;

/// <summary>When a kubelet's status writes land, as arithmetic.</summary>
internal interface IBeats
{
    /// <summary>The last one up to a moment; null if none.</summary>
    TimeSpan? Last(TimeSpan now);

    /// <summary>The next one after a moment if nothing changes; null if nobody knows.</summary>
    TimeSpan? Next(TimeSpan now);
}
