using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

public enum WatchEventType
{
    Added,
    Modified,
    Deleted,
}

/// <param name="Object">The object after the change; for a deletion its last state.</param>
/// <param name="Previous">The version that the same watch delivered before; null for an addition.</param>
public readonly record struct WatchEvent(WatchEventType Type, ApiObject Object, ApiObject? Previous);
