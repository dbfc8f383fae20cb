using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Services that no pod stands behind, and that nobody asks in this run: who asked would get no answer.</summary>
internal static class ServicesEmpty
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "service-empty", "A service's selector matches no pod, and no request tells of it.", "30 each.", Find);

    private static IEnumerable<Finding> Find(RunStory story)
    {
        var all = story.Ending.Clusters.SelectMany(cluster => cluster.Services.Where(service => service.Matched == 0).Select(service => (
            cluster.Cluster, service.Service)))
            .Where(entry => !story.Run.Services.Any(life => life.Cluster == entry.Cluster
                && life.Name == entry.Service
                && (life.HasTraffic || life.HadAddress))).ToList();
        foreach (var (cluster, service) in all.Take(NamedMax))
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance, $"Service {story.NameOf(cluster, service)} has no endpoint: its selector matches no pod.",
                service);
        }
        if (all.Count > NamedMax)
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance * (all.Count - NamedMax),
                $"{HumanNumber.Count(all.Count - NamedMax, "more service has", "more services have")} no endpoint: no pod matches.",
                all[NamedMax].Service);
        }
    }
}
