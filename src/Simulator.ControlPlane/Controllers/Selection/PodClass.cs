using System.Runtime.InteropServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>
/// The pods of one namespace with equal labels, and who selects them: a selector is matched once a class, never once a pod.
/// </summary>
internal sealed class PodClass<TOwner>(LabelSet labels, PodsKept kept)
    where TOwner : SelectorOwner<TOwner>
{
    /// <summary>By name: they share their namespace.</summary>
    private readonly Dictionary<string, Pod>? _pods = kept == PodsKept.Listed ? new(StringComparer.Ordinal) : null;
    private int _counted;

    public LabelSet Labels => labels;

    public IEnumerable<Pod> Pods =>
        _pods?.Values ?? throw new InvalidOperationException("These pods are counted, not listed.");

    public int Count => _pods?.Count ?? _counted;

    /// <summary>How many of the pods count as replicas; known only where they are listed.</summary>
    public int ActiveCount { get; private set; }

    /// <summary>Counts the changes of its pods.</summary>
    public long Version { get; private set; }

    /// <summary>Who selects these pods, in key order.</summary>
    public List<TOwner> Owners { get; } = [];

    /// <summary>Adds a pod or puts its new version in the place of the old one.</summary>
    /// <param name="isNew">It was not here before.</param>
    public void Put(Pod pod, bool isNew)
    {
        Version++;
        if (_pods is null)
        {
            if (isNew) _counted++;
            return;
        }

        ref var stored = ref CollectionsMarshal.GetValueRefOrAddDefault(_pods, pod.Name, out _);
        if (stored is { IsActive: true }) ActiveCount--;
        if (pod.IsActive) ActiveCount++;
        stored = pod;
    }

    public void Remove(string name)
    {
        Version++;
        if (_pods is null) _counted--;
        else if (_pods.Remove(name, out var stored) && stored.IsActive) ActiveCount--;
    }
}
