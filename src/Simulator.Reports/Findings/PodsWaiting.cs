using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Findings;

/// <summary>Pods of no controller that are not ready when the run ends, or that were removed and that nobody creates again.</summary>
internal sealed class PodsWaiting(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "pods-alone",
        "A pod without a controller is not ready when the run ends, or was removed by somebody else than a user's command: nobody "
            + "creates it again.",
        "Twice the seconds from its creation, or from its removal, to the end of the run.",
        story => new PodsWaiting(story).Find());

    private IEnumerable<Finding> Find() => Waiting().Concat(Removed());

    private IEnumerable<Finding> Waiting() =>
        story.Ending.Clusters.SelectMany(cluster => cluster.Groups.Where(group => group.Workload.Length == 0).Select(group => Of(
            cluster.Cluster, group)));

    private Finding Of(string cluster, WaitingGroup group)
    {
        var who = group.Count == 1
            ? $"Pod {story.NameOf(cluster, group.Example)}"
            : $"{HumanNumber.Count(group.Count)} pods without a controller ({story.NameOf(cluster, group.Example)} is one)";
        var what = group.HaveNodes ? $"{(group.Count == 1 ? "is" : "are")} not ready at the end" : "never got a node";
        return new Finding(
            Kind.Name, FindingCost.OfMissing(group.Count * (story.End - group.Since).TotalSeconds), $"{who} {what}: {group.Why}.",
            group.Example);
    }

    private IEnumerable<Finding> Removed()
    {
        var asked = story.Run.Commands.Where(fact => fact.Subject.StartsWith("delete ", StringComparison.Ordinal))
            .Select(fact => (fact.Cluster, Object: ObjectOf(fact.Subject)))
            .ToHashSet();
        var alone = story.Run.Pods.Where(pod => pod.Owner.Length == 0).ToList();
        var alive = alone.Where(pod => pod.RemovedAt is null).Select(pod => (pod.Cluster, pod.Name)).ToHashSet();
        var gone = alone.Where(pod => pod is { RemovedAt: not null, IsFinished: false }
            && !asked.Contains((pod.Cluster, $"Pod {pod.Name}"))
            && !asked.Contains((pod.Cluster, $"Namespace {NamespaceOf(pod)}"))
            && !alive.Contains((pod.Cluster, pod.Name)))
            .OrderBy(pod => pod.RemovedAt).ThenBy(pod => pod.Name, StringComparer.Ordinal).ToList();
        foreach (var pod in gone.Take(NamedMax)) yield return Of(pod);
        if (gone.Count > NamedMax)
        {
            yield return new Finding(
                Kind.Name, gone.Skip(NamedMax).Sum(CostOf),
                $"{HumanNumber.Count(gone.Count - NamedMax, "more pod without a controller was", "more pods without a controller were")} "
                    + $"removed; nobody creates {(gone.Count - NamedMax == 1 ? "it" : "them")} again.",
                gone[NamedMax].Name);
        }
    }

    /// <summary><c>Pod default/solo</c> from "delete Pod default/solo by force".</summary>
    private static string ObjectOf(string command) => string.Join(' ', command.Split(' ').Skip(1).Take(2));

    private static string NamespaceOf(PodLife pod) => pod.Name[..pod.Name.IndexOf('/', StringComparison.Ordinal)];

    private double CostOf(PodLife pod) =>
        FindingCost.OfMissing((story.End - (pod.ReadyAt is null ? pod.CreatedAt : pod.MarkedAt ?? pod.RemovedAt!.Value)).TotalSeconds);

    private Finding Of(PodLife pod)
    {
        var node = pod.BoundTo.Length == 0
            ? ""
            : pod.Node is null
            ? $", because its node {pod.BoundTo} does not exist"
            : $" from {pod.BoundTo}";
        var before = pod.ReadyAt is null ? " before it was ever ready" : "";
        return new Finding(
            Kind.Name, CostOf(pod),
            $"Pod {story.NameOf(pod.Cluster, pod.Name)} was removed at "
                + $"{HumanTime.Clock(pod.RemovedAt!.Value.TotalSeconds)}{before}{node}; it has no controller that creates another.",
            pod.Name);
    }
}
