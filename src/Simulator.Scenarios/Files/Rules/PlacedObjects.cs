using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>All that a scenario brings into its clusters: by workloads and by operations.</summary>
internal sealed class PlacedObjects
{
    private readonly Dictionary<string, List<PlacedObject>> _ofCluster = new(StringComparer.Ordinal);

    public void Take(string cluster, ApiObject value, SourceNode place)
    {
        if (!_ofCluster.TryGetValue(cluster, out var objects)) _ofCluster.Add(cluster, objects = []);
        objects.Add(new PlacedObject(value, place));
    }

    public IReadOnlyList<PlacedObject> Of(string cluster) => _ofCluster.GetValueOrDefault(cluster) ?? [];
}
