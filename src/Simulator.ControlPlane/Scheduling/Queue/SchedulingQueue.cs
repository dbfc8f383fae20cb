using System.Diagnostics.CodeAnalysis;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Scheduling.Queue;

/// <summary>Pods that wait, first in, first out by the first insertion of their key (client/cache/fifo.go of 1.3.10).</summary>
/// <remarks>Quirk: deleting a pod leaves its place behind, so one that is re-created under the same name gets the old place.</remarks>
public sealed class SchedulingQueue
{
    private readonly Queue<ObjectKey> _places = [];
    private readonly Dictionary<ObjectKey, Pod> _pods = [];

    /// <summary>Pods that wait (places without a pod do not count).</summary>
    public int Count => _pods.Count;

    /// <summary>Adds a pod at the end; one that waits already keeps its place and gets the new object.</summary>
    public void Add(Pod pod)
    {
        if (!_pods.ContainsKey(pod.Key)) _places.Enqueue(pod.Key);
        _pods[pod.Key] = pod;
    }

    /// <summary>As <see cref="Add"/>, but leaves a pod that waits already as it is.</summary>
    public void AddIfNotPresent(Pod pod)
    {
        if (!_pods.ContainsKey(pod.Key)) Add(pod);
    }

    public void Shuffle(IMapOrder order)
    {
        var places = _places.Where(_pods.ContainsKey).ToList();
        order.Shuffle(places);
        _places.Clear();
        foreach (var place in places) _places.Enqueue(place);
    }

    public void Remove(ObjectKey key) => _pods.Remove(key);

    public bool TryPop([NotNullWhen(true)] out Pod? pod)
    {
        while (_places.TryDequeue(out var key))
        {
            if (_pods.Remove(key, out pod)) return true;
        }

        pod = null;
        return false;
    }
}
