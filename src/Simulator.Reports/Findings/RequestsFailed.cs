using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>
/// Requests of users that failed though no outage can be the reason: there was none, or they failed before it, or nobody ever answered one.
/// </summary>
internal sealed class RequestsFailed(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "requests-failed",
        "Requests of users that failed where no outage can be the reason: before the first one, or in the same share as before it, or to "
            + "a service that never answered any.",
        "10 times the share of the service's requests that failed, times its replicas, times the run.",
        story => new RequestsFailed(story).Find());

    private IEnumerable<Finding> Find()
    {
        var services = story.Run.Services.Where(service => service.HasTraffic && service.RequestsAt(story.End).Requests > 0).ToList();
        var mute = services.Where(service => ServiceFailures.IsMute(story, service))
            .OrderBy(service => service.Cluster, StringComparer.Ordinal)
            .ThenBy(service => service.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var service in mute.Take(NamedMax))
        {
            yield return new Finding(Kind.Name, ServiceFailures.CostOfOthers(story, service), Unanswered(service), service.Name);
        }
        if (mute.Count > NamedMax) yield return Rest([.. mute.Skip(NamedMax)]);
        if (Some([.. services.Except(mute)]) is { } some) yield return some;
    }

    private string Unanswered(ServiceLife service)
    {
        var requests = Math.Round(service.RequestsAt(story.End).Requests);
        return $"No request to {story.NameOf(service.Cluster, service.Name)} was answered: "
            + $"{(requests == 1 ? "the only one" : $"all {HumanNumber.Count(requests)}")} failed{Why(service)}.";
    }

    private string Why(ServiceLife service) => (service.HadAddress, story.MatchedBy(service)) switch
    {
        (true, _) => "",
        (_, 0) => "; its selector matches no pod",
        _ => "; it never had an endpoint",
    };

    private Finding Rest(List<ServiceLife> services) => new(
        Kind.Name,
        services.Sum(service => ServiceFailures.CostOfOthers(story, service)),
        $"No request to {HumanNumber.Count(services.Count, "more service", "more services")} was answered.",
        services[0].Name);

    private Finding? Some(List<ServiceLife> services)
    {
        var cost = services.Sum(service => ServiceFailures.CostOfOthers(story, service));
        var failed = services.Sum(service => ServiceFailures.OfOthers(story, service));
        if (Math.Round(failed) <= 0) return null;
        var worst = services.MaxBy(service => ServiceFailures.CostOfOthers(story, service))!;
        return new Finding(Kind.Name, cost, SentenceOf(failed, services, worst), worst.Name);
    }

    /// <summary>Without an outage this is all that users saw.</summary>
    private string SentenceOf(double failed, List<ServiceLife> services, ServiceLife worst)
    {
        if (story.Run.OutageFacts.First is null && services.Count == story.Run.Services.Count(service => service.HasTraffic))
        {
            return UserSentence.Of(story);
        }
        var requests = services.Sum(service => service.RequestsAt(story.End).Requests);
        var who = $"{(services.Count(service => service.RequestsAt(story.End).Failed > 0) == 1 ? "all" : "most")} to "
            + $"{story.NameOf(worst.Cluster, worst.Name)}";
        var when = story.Run.OutageFacts.First is null
            ? ""
            : $" before the outage{(services.Exists(FailsAsBefore) ? ", or as before it" : "")}";
        return $"{HumanNumber.Count(Math.Round(failed))} of {HumanNumber.Count(Math.Round(requests), "request", "requests")} "
            + $"failed{when}, {who}.";
    }

    private bool FailsAsBefore(ServiceLife service) =>
        Math.Round(service.FailedSinceOutageAt(story.End) - service.FailedForOutageAt(story.End)) > 0;
}
