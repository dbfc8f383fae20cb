using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>The nodes that there are; who asks for a pod's node and does not find it cannot tell its topology, and gives up.</summary>
internal sealed class KnownNodes
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _gone;

    public void Observe(in WatchEvent change)
    {
        if (change.Type != WatchEventType.Deleted) _names.Add(change.Object.Name);
        else if (_names.Remove(change.Object.Name)) _gone++;
    }

    /// <summary>The first that is not there; null: all are.</summary>
    public string? MissingOf(SlicedService service)
    {
        var isSeen = service.NodesSeenAfter == _gone && service.NewNodes.TrueForAll(_names.Contains);
        service.NewNodes.Clear();
        if (!isSeen)
        {
            service.NodesSeenAfter = null;
            foreach (var node in service.Nodes())
            {
                if (!_names.Contains(node)) return node;
            }
        }

        service.NodesSeenAfter = _gone;
        return null;
    }
}
