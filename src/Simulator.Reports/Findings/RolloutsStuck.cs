using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Findings;

/// <summary>Deployments whose pods are not all of the version that was asked for when the run ends.</summary>
internal sealed class RolloutsStuck(RunStory story)
{
    private const int NamedMax = 5;

    public static FindingKind Kind { get; } = new(
        "rollout-stuck",
        "A Deployment's pods are not all of its present template when the run ends.",
        "The old pods, times the seconds since the rollout began.",
        story => new RolloutsStuck(story).Find());

    private IEnumerable<Finding> Find()
    {
        var all = story.Ending.Clusters.SelectMany(cluster => cluster.Rollouts.Select(rollout => (cluster.Cluster, Rollout: rollout)))
            .ToList();
        foreach (var (cluster, rollout) in all.Take(NamedMax))
        {
            yield return new Finding(Kind.Name, CostOf(cluster, rollout), Sentence(cluster, rollout), rollout.Deployment);
        }
        if (all.Count > NamedMax)
        {
            yield return new Finding(
                Kind.Name, all.Skip(NamedMax).Sum(entry => CostOf(entry.Cluster, entry.Rollout)),
                $"{HumanNumber.Count(all.Count - NamedMax, "more rollout is", "more rollouts are")} not complete at the end.",
                all[NamedMax].Rollout.Deployment);
        }
    }

    private double CostOf(string cluster, UnfinishedRollout rollout) =>
        FindingCost.OfOldVersion(Math.Max(0, rollout.Wanted - rollout.Updated) * (story.End - (Life(cluster, rollout)?.Since
            ?? TimeSpan.Zero)).TotalSeconds);

    private RolloutLife? Life(string cluster, UnfinishedRollout rollout) =>
        story.Run.Clusters.FirstOrDefault(fold => fold.Name == cluster)?.Mishaps.RolloutOf(rollout.Deployment);

    private string Sentence(string cluster, UnfinishedRollout rollout)
    {
        var name = story.NameOf(cluster, rollout.Deployment);
        var count = $"{HumanNumber.Count(rollout.Updated)} of {HumanNumber.Count(rollout.Wanted, "pod is", "pods are")} of the new version";
        if (rollout is { IsPaused: true, Revision: 0 })
        {
            return $"The rollout of {name}'s new template has not begun at the end, because {name} is paused: {count}.";
        }
        var since = Life(cluster, rollout) is { IsComplete: false } life
            ? $", {HumanTime.Long((story.End - life.Since).TotalSeconds)} after it began"
            : "";
        var what = rollout.IsPaused ? "is paused" : "is not complete";
        return $"The rollout of {name}{(rollout.Revision > 0 ? $" to revision {rollout.Revision}" : "")} {what} at the end{since}: "
            + $"{count}{Why(cluster, rollout)}.";
    }

    private string Why(string cluster, UnfinishedRollout rollout)
    {
        if (rollout.IsPaused) return "";
        if (rollout.HeldBy.Count > 0) return HeldText(rollout.HeldBy);
        if (WaitText.Of(story.WaitsOf(cluster, rollout.Deployment)) is { Length: > 0 } waits) return $"; {waits}";
        return story.RefusalOf(cluster, rollout.Deployment) is { } refusal ? $"; {refusal.Why.TrimEnd('.')}" : "";
    }

    private static string HeldText(IReadOnlyList<string> pods)
    {
        var (finished, are) = pods.Count == 1
            ? ($"its finished pod {pods[0]}", "is")
            : ($"its {pods.Count} finished pods ({pods[0]}, ...)", "are");
        return $"; its controller waits until {finished} {are} deleted, a defect of this version";
    }
}
