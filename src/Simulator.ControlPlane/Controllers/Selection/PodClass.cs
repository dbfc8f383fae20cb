using System.Runtime.InteropServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>
/// The pods of one namespace with equal labels, and who selects them: a selector is matched once a class, never once a pod.
/// </summary>
internal sealed class PodClass<TOwner>(LabelSet labels)
    where TOwner : SelectorOwner<TOwner>
{
    private readonly Dictionary<ObjectKey, Pod> _pods = [];

    public LabelSet Labels => labels;

    public IEnumerable<Pod> Pods => _pods.Values;

    public int Count => _pods.Count;

    /// <summary>How many of the pods count as replicas.</summary>
    public int ActiveCount { get; private set; }

    /// <summary>Counts the changes of its pods.</summary>
    public long Version { get; private set; }

    /// <summary>Who selects these pods, in key order.</summary>
    public List<TOwner> Owners { get; } = [];

    /// <summary>Adds a pod or puts its new version in the place of the old one.</summary>
    public void Put(Pod pod)
    {
        ref var stored = ref CollectionsMarshal.GetValueRefOrAddDefault(_pods, pod.Key, out _);
        if (stored is { IsActive: true }) ActiveCount--;
        if (pod.IsActive) ActiveCount++;
        stored = pod;
        Version++;
    }

    public void Remove(ObjectKey key)
    {
        if (!_pods.Remove(key, out var stored)) return;
        if (stored.IsActive) ActiveCount--;
        Version++;
    }
}
