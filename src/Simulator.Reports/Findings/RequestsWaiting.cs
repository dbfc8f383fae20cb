using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Requests that nobody has answered when the run ends, because they came faster than the pods serve.</summary>
internal static class RequestsWaiting
{
    public static FindingKind Kind { get; } = new(
        "requests-waiting",
        "Requests of users stand in queues of more than half a minute when the run ends: they came faster than the pods serve.",
        "10 times their share of the service's requests, times its replicas, times the run.", Find);

    private static IEnumerable<Finding> Find(RunStory story) => story.Run.Services
        .Where(service => service.Load is { Waiting: > 0 })
        .Select(service => Of(service, story));

    private static Finding Of(ServiceLife service, RunStory story)
    {
        var (waiting, all) = (service.Load!.Waiting, service.RequestsAt(story.End).Requests);
        return new Finding(
            Kind.Name,
            FindingCost.OfRequests(all > 0 ? waiting / all : 1, story.ReplicasOf(service), story.End.TotalSeconds),
            $"{HumanNumber.Count(waiting)} of {HumanNumber.Count(all, "request", "requests")} to "
                + $"{story.NameOf(service.Cluster, service.Name)} wait for an answer at the end: they came faster than its pods serve.",
            service.Name);
    }
}
