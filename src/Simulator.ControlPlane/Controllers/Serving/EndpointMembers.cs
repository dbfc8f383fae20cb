using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>Which pods of a service stand in its endpoints, and whether those that are not ready get requests.</summary>
public sealed class EndpointMembers
{
    /// <summary>
    /// All that have an address and are not being deleted; the phase is not looked at, so that finished pods stay (1.3.10).
    /// </summary>
    public static EndpointMembers Undeleted { get; } = new()
    {
        PublishesUnready = static service => EndpointsPlan.ToleratesUnready(service),
        Lists = static (_, pod) => HasAddress(pod) && !pod.Metadata.IsBeingDeleted,
    };

    /// <summary>Those without pods that have finished for good (endpoints_controller.go of 1.20).</summary>
    public static EndpointMembers Unfinished { get; } = new()
    {
        PublishesUnready = static service => PublishesUnreadyBySpec(service),
        Lists = static (service, pod) => HasAddress(pod)
            && (PublishesUnreadyBySpec(service) || (!pod.Metadata.IsBeingDeleted && (pod.IsReady || !IsFinishedForGood(pod)))),
    };

    public required Func<Service, bool> PublishesUnready { get; init; }

    public required Func<Service, Pod, bool> Lists { get; init; }

    /// <summary>None of its containers will be started again (shouldPodBeInEndpoints of 1.20).</summary>
    internal static bool IsFinishedForGood(Pod pod) => pod.Spec.RestartPolicy switch
    {
        "Never" => pod.IsFinished,
        "OnFailure" => pod.Status.Phase == PodPhase.Succeeded,
        _ => false,
    };

    internal static bool HasAddress(Pod pod) => pod.Status.PodIP.Length > 0;

    /// <summary>The annotation stands before the field, as long as there are users of it.</summary>
    private static bool PublishesUnreadyBySpec(Service service) =>
        service.Metadata.Annotations.ContainsKey(WellKnownAnnotations.TolerateUnreadyEndpoints)
            ? EndpointsPlan.ToleratesUnready(service)
            : service.PublishNotReadyAddresses;
}
