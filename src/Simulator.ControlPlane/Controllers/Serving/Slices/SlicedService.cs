using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>A service as the watch has shown it, with the endpoints that its slices should hold between them.</summary>
internal sealed class SlicedService(Service service) : SelectorOwner<SlicedService>(service.Key), IServed
{
    private const string Manager = "endpointslice-controller.k8s.io";

    private static readonly HashSet<string> Reserved =
        [WellKnownLabels.ServiceName, WellKnownLabels.SliceManagedBy, WellKnownLabels.Headless];

    private readonly Dictionary<ObjectKey, (PortGroup Group, SliceEndpoint Endpoint)> _endpoints = [];
    private readonly List<PortGroup> _groups = [];
    private (IReadOnlyList<Container> Containers, PortGroup Group)? _last;

    public Service Service => service;

    /// <summary>Those of the service, and whose they are (setEndpointSliceLabels).</summary>
    public LabelSet Labels { get; } = LabelsOf(service);

    public IReadOnlyList<OwnerReference> Owners { get; } =
        [new("v1", service.Kind, service.Name, service.Metadata.Uid, IsController: true) { BlocksOwnerDeletion = true }];

    /// <summary>Those with an endpoint, in the order in which they came up.</summary>
    public IEnumerable<PortGroup> Groups => _groups.Where(static group => group.Count > 0);

    public override bool Selects(LabelSet labels) => service.Selector is { Count: > 0 } selector && selector.IsSubsetOf(labels);

    public IEnumerable<Pod> Pods()
    {
        foreach (var pods in Classes)
        {
            foreach (var pod in pods.Pods) yield return pod;
        }
    }

    /// <summary>The names of the nodes of all endpoints, one for each.</summary>
    public IEnumerable<string> Nodes() => _endpoints.Values.Select(static entry => entry.Endpoint.NodeName);

    /// <summary>All nodes but <see cref="NewNodes"/> were there when so many had gone; null: nobody has looked yet.</summary>
    public int? NodesSeenAfter { get; set; }

    /// <summary>Of endpoints that have come since.</summary>
    public List<string> NewNodes { get; } = [];

    public bool Owns(EndpointSlice slice) => ReferenceEquals(slice.Metadata.OwnerReferences, Owners)
        || slice.Metadata.OwnerReferences?.Any(owner => owner.Kind == service.Kind && owner.Uid == service.Metadata.Uid) == true;

    public void Put(Pod pod)
    {
        if (!IsListed(pod))
        {
            Remove(pod.Key);
            return;
        }

        var (group, endpoint) = (GroupOf(pod), EndpointOf(pod));
        if (_endpoints.TryGetValue(pod.Key, out var before))
        {
            if (before.Group == group && before.Endpoint == endpoint) return;
            Remove(pod.Key);
        }

        _endpoints.Add(pod.Key, (group, endpoint));
        if (before.Endpoint?.NodeName != endpoint.NodeName) NewNodes.Add(endpoint.NodeName);
        group.Put(endpoint);
    }

    public void Remove(ObjectKey pod)
    {
        if (_endpoints.Remove(pod, out var entry)) entry.Group.Remove(entry.Endpoint);
    }

    /// <summary>shouldPodBeInEndpoints; of services that publish all, those that are being deleted too.</summary>
    private bool IsListed(Pod pod) => EndpointMembers.HasAddress(pod)
        && (service.PublishNotReadyAddresses || !pod.Metadata.IsBeingDeleted)
        && !EndpointMembers.IsFinishedForGood(pod);

    private SliceEndpoint EndpointOf(Pod pod) => new(
        pod.Status.PodIP, pod.Name, pod.Metadata.Uid, PodHostname.Within(service, pod),
        service.PublishNotReadyAddresses || pod.IsReady, pod.NodeName);

    /// <summary>Pods of one template share their containers, so that ports are looked for once a template.</summary>
    private PortGroup GroupOf(Pod pod)
    {
        if (_last is { } last && ReferenceEquals(last.Containers, pod.Spec.Containers)) return last.Group;
        var ports = PortsOf(pod);
        var key = PortGroup.KeyOf(ports);
        if (_groups.Find(group => group.Key == key) is not { } found) _groups.Add(found = new PortGroup(ports));
        _last = (pod.Spec.Containers, found);
        return found;
    }

    /// <summary>Ports that the pod does not have are left out.</summary>
    private List<EndpointPort> PortsOf(Pod pod)
    {
        List<EndpointPort> ports = [];
        foreach (var port in service.Ports)
        {
            if (TargetPort.Find(pod, port) is { } number) ports.Add(new EndpointPort(port.Name, number, port.Protocol));
        }

        return ports;
    }

    private static LabelSet LabelsOf(Service service)
    {
        var labels = LabelSet.Of(service.Metadata.Labels.Where(static pair => !Reserved.Contains(pair.Key)));
        if (service.ClusterIP == "None") labels = labels.With(WellKnownLabels.Headless, "");
        return labels.With(WellKnownLabels.ServiceName, service.Name).With(WellKnownLabels.SliceManagedBy, Manager);
    }
}
