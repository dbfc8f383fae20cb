using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// All that a scenario brings into its clusters: by workloads and by operations. And what is said of the applications in its pods.
/// </summary>
internal sealed class PlacedObjects
{
    private readonly Dictionary<string, List<PlacedObject>> _ofCluster = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<Placed<ApplicationSpec>>> _applications = new(StringComparer.Ordinal);

    public void Take(string cluster, ApiObject value, SourceNode place)
    {
        if (!_ofCluster.TryGetValue(cluster, out var objects)) _ofCluster.Add(cluster, objects = []);
        objects.Add(new PlacedObject(value, place));
    }

    public void Take(string cluster, IReadOnlyList<Placed<ApplicationSpec>> applications) => _applications[cluster] = applications;

    public IReadOnlyList<Placed<ApplicationSpec>> ApplicationsOf(string cluster) => _applications.GetValueOrDefault(cluster) ?? [];

    public IReadOnlyList<PlacedObject> Of(string cluster) => _ofCluster.GetValueOrDefault(cluster) ?? [];
}
