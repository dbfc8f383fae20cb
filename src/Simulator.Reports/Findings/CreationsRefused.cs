using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>
/// Objects that the API server refused: what users wanted to create, and what controllers did where nothing else tells of it.
/// </summary>
internal sealed class CreationsRefused(RunStory story)
{
    private const int NamedMax = 5;

    public static FindingKind Kind { get; } = new(
        "creations-refused",
        "The API server refused an object that a user or a controller wanted to create.",
        "Twice the replicas that the object asks for, at least one, times the seconds to the end of the run; 30 for one that was created "
            + "after all.",
        story => new CreationsRefused(story).Find());

    private IEnumerable<Finding> Find() => Objects().Concat(OfControllers());

    private IEnumerable<Finding> Objects()
    {
        foreach (var cluster in story.Run.Clusters)
        {
            var all = cluster.Mishaps.Objects;
            foreach (var fact in all.Take(NamedMax))
            {
                yield return new Finding(
                    Kind.Name, CostOf(cluster.Name, fact.Subject, fact.At),
                    $"{story.KindAndName(cluster.Name, fact.Subject)} was refused by the API server: {fact.Other.TrimEnd('.')}.",
                    fact.Subject);
            }
            if (all.Count > NamedMax)
            {
                yield return new Finding(
                    Kind.Name, all.Skip(NamedMax).Sum(fact => CostOf(cluster.Name, fact.Subject, fact.At)),
                    $"{HumanNumber.Count(all.Count - NamedMax, "more object was", "more objects were")} refused by the API server.",
                    all[NamedMax].Subject);
            }
        }
    }

    private double CostOf(string cluster, string subject, TimeSpan at) =>
        FindingCost.OfMissing(Math.Max(1, story.ReplicasAskedFor(cluster, subject)) * (story.End - at).TotalSeconds);

    /// <summary>A workload that is short of pods, or whose rollout is stuck, tells of it itself.</summary>
    private IEnumerable<Finding> OfControllers()
    {
        foreach (var cluster in story.Run.Clusters)
        {
            foreach (var refusal in cluster.Mishaps.Refusals.OrderBy(
                refusal => refusal.Subject, StringComparer.Ordinal).Where(refusal => !story.IsTold(cluster, refusal)).Take(NamedMax))
            {
                var span = refusal.First == refusal.Last
                    ? $"at {HumanTime.Clock(refusal.First.TotalSeconds)}"
                    : $"from {HumanTime.Clock(refusal.First.TotalSeconds)} to {HumanTime.Clock(refusal.Last.TotalSeconds)}";
                yield return new Finding(
                    Kind.Name, FindingCost.Nuisance,
                    $"A controller was refused {story.KindAndName(cluster.Name, refusal.Subject)} {span}: {refusal.Why.TrimEnd('.')}.",
                    refusal.Subject);
            }
        }
    }
}
