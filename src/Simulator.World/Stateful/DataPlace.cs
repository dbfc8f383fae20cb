namespace Simulator.World.Stateful;

/// <summary>Where a copy of an application's data lies: the copy lives as long as its place.</summary>
/// <param name="Name">"disk NAME", "nfs SERVER:PATH", "NODE:PATH", "emptyDir UID NODE" or "container UID NODE".</param>
/// <param name="Node">The machine on whose own disk it is; "" if it outlives machines.</param>
public sealed record DataPlace(string Name, DataPlaceKind Kind, string Node = "");

public enum DataPlaceKind
{
    /// <summary>A disk or server of its own.</summary>
    Volume,

    /// <summary>A folder of a machine's disk.</summary>
    Folder,

    /// <summary>An emptyDir: it survives containers and boots, and goes with the pod.</summary>
    Pod,

    /// <summary>The container's own files, which no restart brings back.</summary>
    Container,
}
