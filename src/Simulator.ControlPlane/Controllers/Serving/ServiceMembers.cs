using System.Diagnostics.CodeAnalysis;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>
/// The addresses of a service's pods in their order, kept up to date pod by pod, so that a plan is there at once.
/// </summary>
/// <remarks>
/// For the usual service, whose pods all offer the same ports without host names; anything else is left to
/// <see cref="EndpointsPlan.For"/>, its plain twin. Planning anew each time, zone-outage takes 3.2 times
/// as much CPU (24.8 s against 7.8 s).
/// </remarks>
internal sealed class ServiceMembers(Service service, EndpointMembers members)
{
    private readonly HashSet<string> _irregular = new(StringComparer.Ordinal);
    private AddressList _ready = AddressList.Empty;
    private AddressList _notReady = AddressList.Empty;

    /// <summary>Of the regular pods, by their names; null until the first of them changes.</summary>
    private Dictionary<string, EndpointAddress>? _addresses;
    private IReadOnlyList<Container>? _containers;
    private EndpointPort[]? _ports;

    private Dictionary<string, EndpointAddress> Addresses =>
        _addresses ??= _ready.Concat(_notReady).ToDictionary(static address => address.TargetPod, StringComparer.Ordinal);

    /// <summary>Takes up all pods of a service that has none yet: as one after the other, but sorted once.</summary>
    public void Fill(IEnumerable<Pod> pods)
    {
        List<EndpointAddress> ready = [];
        foreach (var pod in pods)
        {
            if (!members.Lists(service, pod)) continue;
            if (!IsRegular(pod, isFirst: ready.Count + _notReady.Count == 0)) _irregular.Add(pod.Name);
            else if (pod.IsReady) ready.Add(AddressOf(pod));
            else Put(pod, AddressOf(pod));
        }

        ready.Sort(AddressList.Compare);
        for (var i = ready.Count - 1; i >= 0; i--)
        {
            var isDouble = (i > 0 && AddressList.Compare(ready[i - 1], ready[i]) == 0) || _notReady.Contains(ready[i]);
            if (!isDouble) continue;
            _irregular.Add(ready[i].TargetPod);
            ready.RemoveAt(i);
        }

        (_ready, _addresses) = (AddressList.Of(ready), null);
    }

    /// <summary>Takes up a pod or its new version.</summary>
    public void Put(Pod pod)
    {
        if (!members.Lists(service, pod))
        {
            Remove(pod.Name);
            return;
        }

        if (IsKnown(pod, out var known))
        {
            Flip(known, pod.IsReady);
            return;
        }

        Remove(pod.Name);
        if (IsRegular(pod, isFirst: _ready.Count + _notReady.Count == 0)) Put(pod, AddressOf(pod));
        else _irregular.Add(pod.Name);
    }

    public void Remove(string pod)
    {
        if (_irregular.Remove(pod) || !Addresses.Remove(pod, out var address)) return;
        var ready = _ready.Without(address);
        if (ready == _ready) _notReady = _notReady.Without(address);
        _ready = ready;
    }

    /// <summary>The plan, or null if some pod needs the plain rule.</summary>
    public EndpointsPlan? TryPlan()
    {
        if (_irregular.Count > 0) return null;
        return _ready.Count + _notReady.Count == 0
            ? new EndpointsPlan([], "")
            : new EndpointsPlan([new EndpointSubset(_ready, _notReady, _ports!)], "");
    }

    private static EndpointAddress AddressOf(Pod pod) => new(pod.Status.PodIP, pod.Name, pod.Metadata.Uid, "");

    /// <summary>At the address and with the ports that it had before: the most that has changed is whether it is ready.</summary>
    private bool IsKnown(Pod pod, [NotNullWhen(true)] out EndpointAddress? known) => Addresses.TryGetValue(pod.Name, out known)
        && known.Ip == pod.Status.PodIP && known.TargetUid == pod.Metadata.Uid && IsRegular(pod, isFirst: false);

    private void Flip(EndpointAddress address, bool isReady)
    {
        var from = isReady ? _notReady : _ready;
        var left = from.Without(address);
        if (left == from) return;
        (_ready, _notReady) = isReady ? (_ready.With(address), left) : (left, _notReady.With(address));
    }

    private void Put(Pod pod, EndpointAddress address)
    {
        if (_ready.Contains(address) || _notReady.Contains(address))
        {
            _irregular.Add(pod.Name);
            return;
        }

        Addresses.Add(pod.Name, address);
        if (pod.IsReady) _ready = _ready.With(address);
        else _notReady = _notReady.With(address);
    }

    /// <summary>Offers exactly the ports that the others offer, and no host name.</summary>
    private bool IsRegular(Pod pod, bool isFirst)
    {
        if (members.PublishesUnready(service) || PodHostname.Within(service, pod).Length > 0) return false;
        if (isFirst) (_containers, _ports) = (pod.Spec.Containers, PortsOf(pod));
        return _ports is not null && ReferenceEquals(_containers, pod.Spec.Containers);
    }

    /// <summary>Null if a port is missing or two of them coincide.</summary>
    private EndpointPort[]? PortsOf(Pod pod)
    {
        var ports = new SortedSet<EndpointPort>(SubsetBuilder.PortOrder);
        foreach (var port in service.Ports)
        {
            if (TargetPort.Find(pod, port) is not { } number || !ports.Add(new EndpointPort(port.Name, number, port.Protocol))) return null;
        }

        return ports.Count > 0 ? [.. ports] : null;
    }
}
