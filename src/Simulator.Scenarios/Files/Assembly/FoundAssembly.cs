using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Reads the folder of a cluster as it was found: manifests of its objects as they are, and tables (CSV) with a row for each pod.
/// </summary>
internal sealed class FoundAssembly(IReadOnlyList<NodePoolSpec> pools, Diagnostics diagnostics)
{
    private readonly List<ApiObject> _objects = [];
    private readonly Dictionary<ObjectKey, Pod> _pods = [];

    /// <summary>By the version of the cluster (<see cref="ManifestReader.ActedUpon"/>).</summary>
    public required IReadOnlySet<string> ActedUpon { get; init; }

    /// <param name="path">Of the folder.</param>
    /// <param name="take">Told each object that somebody may name, and where it stands.</param>
    public FoundState Read(SourceCursor path, Action<ApiObject, SourceNode> take)
    {
        if (path.RelatedPath() is not { } folder) return FoundState.Nothing;
        var reader = new ManifestReader(diagnostics) { TakesAsFound = true, ActedUpon = ActedUpon, Files = SourceFiles.Of(path.Context) };
        IReadOnlyList<ApiObject> read = HasManifests(folder) ? reader.ReadPath(folder) : [];
        var deployments = read.OfType<Deployment>().Select(deployment => deployment.Key).ToHashSet();
        foreach (var value in read)
        {
            var place = reader.PlaceOf(value) ?? path.Node;
            if (UnsimulatedKinds.Take(value, place, diagnostics) || PodCount.IsTooLarge(value, place, diagnostics)) continue;
            if (value is Pod pod) _pods[pod.Key] = pod;
            else _objects.Add(value);
            if (value is not ReplicaSet set || !deployments.Contains(DeploymentOf(set))) take(value, place);
        }

        var tables = TablesIn(folder);
        if (tables.Count == 0)
        {
            path.Error($"the folder has no table of pods ({FoundPodTable.Ending}); simulator import cluster writes such a folder");
        }
        var rows = new FoundPodTable(_objects, _pods, NodeNames(), diagnostics);
        FoundPod[] pods = [.. tables.SelectMany(rows.Read).OrderBy(found => found.Pod.Key)];
        return new FoundState(_objects, pods);
    }

    /// <summary>What operations, outages and traffic can name: the objects, and the pods that nobody owns.</summary>
    public static WorkloadSpec WorkloadOf(FoundState found) =>
        new(TimeSpan.Zero, [.. found.Objects, .. found.Pods.Where(pod => pod.OwnerKind.Length == 0).Select(pod => pod.Pod)])
        {
            IsFound = true,
        };

    /// <summary>By its name: whose template is told, its sets need not be.</summary>
    private static ObjectKey DeploymentOf(ReplicaSet set) =>
        set.Key with { Name = set.Name[..Math.Max(0, set.Name.LastIndexOf('-'))] };

    private static IReadOnlyList<string> TablesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + FoundPodTable.Ending).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>A cluster of nodes alone has none.</summary>
    private static bool HasManifests(string folder) => !Directory.Exists(folder) || Directory.EnumerateFiles(folder, "*.yaml").Any();

    private HashSet<string> NodeNames() =>
        pools.SelectMany(pool => Enumerable.Range(0, pool.Count).Select(index => World.Places.NodeFactory.NameOf(pool, index)))
            .ToHashSet(StringComparer.Ordinal);
}
