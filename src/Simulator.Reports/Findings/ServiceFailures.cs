namespace Simulator.Reports;

/// <summary>What failed requests of a service cost: the time of the replicas that should have answered them.</summary>
internal static class ServiceFailures
{
    /// <summary>Requests that failed before the first outage, or in a run without one.</summary>
    public static double CostBeforeOutage(RunStory story, ServiceLife service) => Cost(story, service, service.RequestsAt(story.End).Failed - service.FailedSinceOutageAt(story.End));

    public static double CostSinceOutage(RunStory story, ServiceLife service) => Cost(story, service, service.FailedSinceOutageAt(story.End));

    private static double Cost(RunStory story, ServiceLife service, double failed)
    {
        var requests = service.RequestsAt(story.End).Requests;
        return requests <= 0 ? 0 : FindingCost.OfRequests(failed / requests, story.ReplicasOf(service), story.End.TotalSeconds);
    }
}
