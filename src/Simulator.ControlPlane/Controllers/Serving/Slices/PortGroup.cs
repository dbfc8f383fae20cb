using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>The pods of a service that offer the same ports: they share slices.</summary>
internal sealed class PortGroup(IReadOnlyList<EndpointPort> ports)
{
    private readonly Dictionary<(string Ip, string Pod), Member> _members = [];

    /// <summary>
    /// Slices mostly hold the very instances that were written: to look for these costs a third of a look for their texts.
    /// </summary>
    private readonly Dictionary<SliceEndpoint, Member> _instances = new(ReferenceEqualityComparer.Instance);

    private int _round;

    public IReadOnlyList<EndpointPort> Ports => ports;

    public string Key { get; } = KeyOf(ports);

    public int Count => _members.Count;

    /// <summary>How many of them have been found in slices in this round.</summary>
    public int Placed { get; private set; }

    /// <summary>Port lists that differ only in their order are the same.</summary>
    public static string KeyOf(IReadOnlyList<EndpointPort> ports) => string.Join(
        ',', ports.Select(static port => $"{port.Name}/{port.Port}/{port.Protocol}").Order(StringComparer.Ordinal));

    public void Put(SliceEndpoint endpoint)
    {
        var key = (endpoint.Ip, endpoint.TargetPod);
        if (_members.TryGetValue(key, out var member)) _instances.Remove(member.Endpoint);
        else _members.Add(key, member = new Member { Endpoint = endpoint });
        member.Endpoint = endpoint;
        _instances[endpoint] = member;
    }

    public void Remove(SliceEndpoint endpoint)
    {
        if (_members.Remove((endpoint.Ip, endpoint.TargetPod), out var member)) _instances.Remove(member.Endpoint);
    }

    public bool HasPorts(IReadOnlyList<EndpointPort> others) => ReferenceEquals(others, ports) || KeyOf(others) == Key;

    public void BeginRound()
    {
        _round++;
        Placed = 0;
    }

    /// <summary>The endpoints of a slice that are still wanted, as they should be: the very list if none is to change.</summary>
    public IReadOnlyList<SliceEndpoint> Keep(IReadOnlyList<SliceEndpoint> endpoints)
    {
        List<SliceEndpoint>? kept = null;
        for (var i = 0; i < endpoints.Count; i++)
        {
            var wanted = Claim(endpoints[i]);
            if (kept is null && wanted is not null && (ReferenceEquals(wanted, endpoints[i]) || wanted == endpoints[i])) continue;
            kept ??= [.. endpoints.Take(i)];
            if (wanted is not null) kept.Add(wanted);
        }

        return kept ?? endpoints;
    }

    /// <summary>Those that no slice has yet, by address: the real order is that of a map.</summary>
    public Queue<SliceEndpoint> Unplaced()
    {
        if (Placed == _members.Count) return [];
        var waiting = _members.Values.Where(member => member.Round != _round).Select(static member => member.Endpoint).ToList();
        waiting.Sort(static (left, right) => string.CompareOrdinal(left.Ip, right.Ip) is var order && order != 0
            ? order
            : string.CompareOrdinal(left.TargetPod, right.TargetPod));
        return new Queue<SliceEndpoint>(waiting);
    }

    /// <summary>Each is wanted once, so that of two slices with one address the second loses it.</summary>
    private SliceEndpoint? Claim(SliceEndpoint endpoint)
    {
        if (!_instances.TryGetValue(endpoint, out var member)
            && !_members.TryGetValue((endpoint.Ip, endpoint.TargetPod), out member)) return null;
        if (member.Round == _round || member.Endpoint.Hostname != endpoint.Hostname) return null;
        member.Round = _round;
        Placed++;
        return member.Endpoint;
    }

    private sealed class Member
    {
        public required SliceEndpoint Endpoint { get; set; }

        /// <summary>In which it was last found in a slice.</summary>
        public int Round { get; set; }
    }
}
