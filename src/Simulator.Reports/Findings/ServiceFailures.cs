using Simulator.Reports.Measures;

namespace Simulator.Reports.Findings;

/// <summary>What failed requests of a service cost: the time of the replicas that should have answered them.</summary>
internal static class ServiceFailures
{
    /// <summary>It was asked and never answered.</summary>
    public static bool IsMute(RunStory story, ServiceLife service) =>
        !IsFederated(story, service) && service.RequestsAt(story.End) is { Requests: > 0 } count
        && count.Failed >= count.Requests && !(service.FailedSinceOutageAt(story.End) >= count.Failed && service.HadAddress);

    /// <summary>
    /// Requests that outages are the reason of: none of a service that never answered any, and none of the share that failed before.
    /// </summary>
    public static double OfOutage(RunStory story, ServiceLife service) =>
        IsMute(story, service) || IsFederated(story, service) ? 0 : service.FailedForOutageAt(story.End);

    /// <summary>The others: before the first outage, in a run without one, or as before it.</summary>
    public static double OfOthers(RunStory story, ServiceLife service) =>
        IsFederated(story, service) ? 0 : Math.Max(0, service.RequestsAt(story.End).Failed - OfOutage(story, service));

    /// <summary>What users of a federation send to it is told of these users: what fails here may be answered elsewhere.</summary>
    private static bool IsFederated(RunStory story, ServiceLife service) =>
        story.Run.Populations.Any(life => life.Users.Service.ToString() == service.Name);

    public static double CostOfOutage(RunStory story, ServiceLife service) => Cost(story, service, OfOutage(story, service));

    public static double CostOfOthers(RunStory story, ServiceLife service) => Cost(story, service, OfOthers(story, service));

    private static double Cost(RunStory story, ServiceLife service, double failed)
    {
        var requests = service.RequestsAt(story.End).Requests;
        return requests <= 0 ? 0 : FindingCost.OfRequests(failed / requests, story.ReplicasOf(service), story.End.TotalSeconds);
    }
}
