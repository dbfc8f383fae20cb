using Simulator.Api;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// An object of a dump as the API server creates it: what servers had written is not taken over (PrepareForCreate of the strategies in
/// pkg/registry).
/// </summary>
internal static class Creation
{
    public static ApiObject Of(ApiObject value) => WithoutStatus(value) with
    {
        Metadata = value.Metadata with { ResourceVersion = 0, DeletionTimestamp = null, DeletionGracePeriodSeconds = null },
    };

    private static ApiObject WithoutStatus(ApiObject value) => value switch
    {
        Pod pod => pod with { Status = new PodStatus() },
        ReplicationController controller => controller with { Status = new ReplicaStatus() },
        ReplicaSet set => set with { Status = new ReplicaStatus() },
        Job job => job with { Status = new JobStatus() },
        Service service => service with { LoadBalancerIngress = [] },
        Namespace home => home with { Phase = NamespacePhase.Active },
        _ => value,
    };
}
