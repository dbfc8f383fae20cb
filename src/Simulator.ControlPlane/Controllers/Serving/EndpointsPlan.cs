using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>What the Endpoints of a service should hold (syncService in endpoints_controller.go of 1.3.10).</summary>
/// <param name="Subsets">In the order of their ports; the real order is that of an MD5 sum and means nothing.</param>
/// <param name="HostnamesAnnotation">Value of endpoints.beta.kubernetes.io/hostnames-map; "" = no annotation.</param>
public sealed record EndpointsPlan(IReadOnlyList<EndpointSubset> Subsets, string HostnamesAnnotation)
{
    /// <param name="pods">Pods that the service's selector matches, in any order.</param>
    /// <param name="members">Null: as 1.3.10 chooses them.</param>
    public static EndpointsPlan For(Service service, IEnumerable<Pod> pods, EndpointMembers? members = null)
    {
        members ??= EndpointMembers.Undeleted;
        var toleratesUnready = members.PublishesUnready(service);
        var subsets = new SubsetBuilder();
        var hostnames = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (!members.Lists(service, pod)) continue;
            var hostname = PodHostname.Within(service, pod);
            var address = new EndpointAddress(pod.Status.PodIP, pod.Name, pod.Metadata.Uid, hostname);
            if (!Offer(subsets, service, pod, address, toleratesUnready || pod.IsReady)) continue;
            if (hostname.Length > 0) hostnames[address.Ip] = hostname;
        }

        return new EndpointsPlan(subsets.Build(), PodHostname.ToAnnotation(hostnames));
    }

    /// <summary>The same, by way of <see cref="ServiceMembers"/> where the service is a usual one.</summary>
    public static EndpointsPlan Of(Service service, IReadOnlyList<Pod> pods, EndpointMembers? members = null)
    {
        members ??= EndpointMembers.Undeleted;
        var kept = new ServiceMembers(service, members);
        kept.Fill(pods);
        return kept.TryPlan() ?? For(service, pods, members);
    }

    /// <summary>What is to be written over the stored object, or in its place where there is none.</summary>
    public Endpoints AppliedTo(Endpoints? current, Service service)
    {
        current ??= new Endpoints { Metadata = new ObjectMeta { Namespace = service.Namespace, Name = service.Name } };
        var annotations = current.Metadata.Annotations;
        if (HostnamesAnnotation != annotations.ValueOrEmpty(WellKnownAnnotations.EndpointsHostnames))
        {
            annotations = HostnamesAnnotation.Length == 0
                ? annotations.Without(WellKnownAnnotations.EndpointsHostnames)
                : annotations.With(WellKnownAnnotations.EndpointsHostnames, HostnamesAnnotation);
        }

        return current with
        {
            Metadata = current.Metadata with { Labels = service.Metadata.Labels, Annotations = annotations },
            Subsets = Subsets,
        };
    }

    public static bool ToleratesUnready(Service service) =>
        IsTrue(service.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.TolerateUnreadyEndpoints));

    /// <summary>True if the pod has at least one of the service's ports.</summary>
    private static bool Offer(SubsetBuilder subsets, Service service, Pod pod, EndpointAddress address, bool isReady)
    {
        var isOffered = false;
        foreach (var port in service.Ports)
        {
            if (TargetPort.Find(pod, port) is not { } number) continue;
            subsets.Add(new EndpointPort(port.Name, number, port.Protocol), address, isReady);
            isOffered = true;
        }

        return isOffered;
    }

    /// <summary>As Go's strconv.ParseBool; anything unreadable is false.</summary>
    private static bool IsTrue(string text) => text is "1" or "t" or "T" or "TRUE" or "true" or "True";
}
