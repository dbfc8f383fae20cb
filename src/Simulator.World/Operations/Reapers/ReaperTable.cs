using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Operations.Reapers;

/// <summary>
/// How kubectl delete takes apart what an object has made, before it deletes the object (ReaperFor in pkg/kubectl/stop.go).
/// </summary>
internal static class ReaperTable
{
    /// <summary>Nothing for kinds without a reaper, PetSets among them.</summary>
    public static IEnumerable<Event> TakeApart(string kind, ObjectKey key, TimeSpan? grace, Kubectl kubectl, Outcome outcome) => kind switch
    {
        "ReplicationController" => new ReplicationControllerReaper(kubectl, outcome).TakeApart(key),
        "ReplicaSet" => new ReplicaSetReaper(kubectl, outcome).TakeApart(key),
        "DaemonSet" => new DaemonSetReaper(kubectl, outcome).TakeApart(key),
        "Job" => new JobReaper(kubectl, outcome).TakeApart(key, grace),
        "Deployment" => new DeploymentReaper(kubectl, outcome).TakeApart(key),
        "Pod" or "Service" => Calls.Get(kind, key, kubectl, outcome),
        _ => [],
    };

    /// <summary>How long a reaper waits for replicas to go.</summary>
    public static Patience For(int replicas) =>
        Patience.Usual with { Timeout = Patience.Usual.Timeout + TimeSpan.FromSeconds(10L * replicas) };
}
