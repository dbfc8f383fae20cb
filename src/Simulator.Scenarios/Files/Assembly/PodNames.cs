using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Which pods there can be: those of the scenario by their names, those of controllers by the beginning of theirs.</summary>
/// <param name="operations">They may bring more.</param>
internal sealed class PodNames(IReadOnlyList<OperationSpec> operations)
{
    public void Check(SourceCursor cursor, string pod, ClusterSpec cluster)
    {
        var objects = ObjectsOf(cluster).Where(value => value is Pod or IPodOwner).ToList();
        if (objects.Exists(value => CanBe(value, pod))) return;
        var known = objects.SelectMany(NamesOf).Distinct().ToList();
        var others = known.Count == 0
            ? "it has no pods"
            : $"those whose names are known are {Wording.Listed(known.Take(5))}{(known.Count > 5 ? " ..." : "")}";
        cursor.Error($"no pod {pod} of cluster '{cluster.Name}' can have this name{Wording.DidYouMean(pod, known)}; {others}");
    }

    private IEnumerable<ApiObject> ObjectsOf(ClusterSpec cluster) => cluster.Workloads.SelectMany(workload => workload.Objects)
        .Concat(operations.OfType<FileOperation>().Where(
            operation => operation.Cluster == cluster.Name).SelectMany(operation => operation.Objects));

    /// <summary>A controller draws the end of its pods' names; a pet has a number.</summary>
    private static bool CanBe(ApiObject value, string pod)
    {
        var beginning = value is Pod { Name.Length: 0 } ? $"{value.Namespace}/{value.Metadata.GenerateName}" : $"{value.Key}-";
        if (value is Pod { Name.Length: > 0 }) return value.Key.ToString() == pod;
        if (!pod.StartsWith(beginning, StringComparison.Ordinal)) return false;
        return value is not PetSet || int.TryParse(pod.AsSpan(beginning.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static IEnumerable<string> NamesOf(ApiObject value) => value switch
    {
        PetSet set =>
            Enumerable.Range(0, Math.Min(set.Replicas, 100))
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"{set.Key}-{number}")),
        Pod { Name.Length: > 0 } pod => [pod.Key.ToString()],
        _ => [$"{value.Key}-..."],
    };
}
