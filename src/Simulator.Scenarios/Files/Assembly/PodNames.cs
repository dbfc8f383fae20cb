using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Which pods there can be: those of the scenario by their names, those of controllers by the beginning of theirs.</summary>
/// <param name="operations">They may bring more.</param>
public sealed class PodNames(IReadOnlyList<OperationSpec> operations)
{
    /// <summary>Generated names have so many letters before the five that are drawn (pkg/api/generate.go).</summary>
    private const int GeneratedMax = 58;

    /// <summary>It is a pod, or makes some.</summary>
    public static bool HasPods(ApiObject value) => value is Pod or IPodOwner;

    /// <summary>A pod of this name can come of it.</summary>
    /// <param name="pod">Without its namespace.</param>
    public static bool CanBe(ApiObject value, string pod)
    {
        if (value is Pod { Name.Length: > 0 }) return value.Name == pod;
        var beginning = BeginningOf(value);
        if (value is not PetSet) return pod.StartsWith(beginning[..Math.Min(beginning.Length, GeneratedMax)], StringComparison.Ordinal);
        return pod.StartsWith(beginning, StringComparison.Ordinal)
            && int.TryParse(pod.AsSpan(beginning.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary><c>web-</c>; the whole name of a pod that has one.</summary>
    public static string BeginningOf(ApiObject value) => value switch
    {
        Pod { Name.Length: 0 } pod => pod.Metadata.GenerateName,
        Pod pod => pod.Name,
        _ => $"{value.Name}-",
    };

    internal void Check(SourceCursor cursor, string pod, ClusterSpec cluster)
    {
        var objects = ObjectsOf(cluster).Where(HasPods).ToList();
        if (objects.Exists(value => IsOf(value, pod))) return;
        var known = objects.SelectMany(NamesOf).Distinct().ToList();
        var others = known.Count == 0
            ? "it has no pods"
            : $"those whose names are known are {Wording.Listed(known.Take(5))}{(known.Count > 5 ? " ..." : "")}";
        cursor.Error($"no pod {pod} of cluster '{cluster.Name}' can have this name{Wording.DidYouMean(pod, known)}; {others}");
    }

    private IEnumerable<ApiObject> ObjectsOf(ClusterSpec cluster) => cluster.Workloads.SelectMany(workload => workload.Objects)
        .Concat(operations.OfType<FileOperation>().Where(
            operation => operation.Cluster == cluster.Name).SelectMany(operation => operation.Objects));

    /// <param name="pod">"namespace/name".</param>
    private static bool IsOf(ApiObject value, string pod) =>
        pod.StartsWith($"{value.Namespace}/", StringComparison.Ordinal) && CanBe(value, pod[(value.Namespace.Length + 1)..]);

    private static IEnumerable<string> NamesOf(ApiObject value) => value switch
    {
        PetSet set =>
            Enumerable.Range(0, Math.Min(set.Replicas, 100))
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"{set.Key}-{number}")),
        Pod { Name.Length: > 0 } pod => [pod.Key.ToString()],
        _ => [$"{value.Key}-..."],
    };
}
