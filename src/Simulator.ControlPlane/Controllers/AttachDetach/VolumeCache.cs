using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>Pods with volumes, nodes, volumes and claims as the controller's watches have shown them.</summary>
internal sealed class VolumeCache
{
    private readonly Dictionary<(string Kind, ObjectKey Key), ApiObject> _objects = [];

    public ApiObject? Find(string kind, ObjectKey key) => _objects.GetValueOrDefault((kind, key));

    /// <summary>The node's object says that its kubelet uses the volume, or is about to.</summary>
    public bool IsInUse(VolumeOnNode key) =>
        Find("Node", new ObjectKey("", key.Node)) is Node node && node.Status.VolumesInUse.Contains(key.Volume);

    public void Observe(in WatchEvent watchEvent)
    {
        var value = watchEvent.Object;
        if (watchEvent.Type == WatchEventType.Deleted) _objects.Remove((value.Kind, value.Key));
        else _objects[(value.Kind, value.Key)] = value;
    }
}
