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

    /// <summary>
    /// Lists of slices all of whose endpoints were found to be as they should, and still are: most syncs change one slice of several.
    /// Without it, and with all nodes looked up each time, zone-outage under 1.20.2 takes 31 s of CPU instead of 23 s.
    /// </summary>
    private readonly HashSet<IReadOnlyList<SliceEndpoint>> _sound = new(ReferenceEqualityComparer.Instance);

    /// <summary>In this round.</summary>
    private readonly HashSet<IReadOnlyList<SliceEndpoint>> _met = new(ReferenceEqualityComparer.Instance);

    /// <summary>Every endpoint of every slice is looked at.</summary>
    private bool _isPlain;

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
        if (_members.TryGetValue(key, out var member)) Disturb(member);
        else _members.Add(key, member = new Member { Endpoint = endpoint });
        member.Endpoint = endpoint;
        _instances[endpoint] = member;
    }

    public void Remove(SliceEndpoint endpoint)
    {
        if (_members.Remove((endpoint.Ip, endpoint.TargetPod), out var member)) Disturb(member);
    }

    public bool HasPorts(IReadOnlyList<EndpointPort> others) => ReferenceEquals(others, ports) || KeyOf(others) == Key;

    /// <summary>An endpoint stands in two slices, so that what was known of them is not: the round has to begin anew.</summary>
    public bool IsInDoubt { get; private set; }

    public void BeginRound(List<EndpointSlice> slices)
    {
        _round++;
        (Placed, _isPlain, IsInDoubt) = (0, IsInDoubt, false);
        _met.Clear();
        _sound.RemoveWhere(list => !slices.Exists(slice => ReferenceEquals(slice.Endpoints, list)));
    }

    /// <summary>The endpoints of a slice that are still wanted, as they should be: the very list if none is to change.</summary>
    public IReadOnlyList<SliceEndpoint> Keep(IReadOnlyList<SliceEndpoint> endpoints)
    {
        if (!_isPlain && _sound.Contains(endpoints))
        {
            Placed += endpoints.Count;
            if (!_met.Add(endpoints)) Doubt();
            return endpoints;
        }

        List<SliceEndpoint>? kept = null;
        for (var i = 0; i < endpoints.Count; i++)
        {
            var wanted = Claim(endpoints[i], endpoints);
            if (kept is null && wanted is not null && (ReferenceEquals(wanted, endpoints[i]) || wanted == endpoints[i])) continue;
            kept ??= [.. endpoints.Take(i)];
            if (wanted is not null) kept.Add(wanted);
        }

        if (kept is not null) return kept;
        if (!_isPlain) _sound.Add(endpoints);
        _met.Add(endpoints);
        return endpoints;
    }

    /// <summary>Those that no slice has yet, by address: the real order is that of a map.</summary>
    public Queue<SliceEndpoint> Unplaced()
    {
        if (Placed == _members.Count) return [];
        var waiting = _members.Values.Where(member => !IsPlaced(member)).Select(static member => member.Endpoint).ToList();
        waiting.Sort(static (left, right) => string.CompareOrdinal(left.Ip, right.Ip) is var order && order != 0
            ? order
            : string.CompareOrdinal(left.TargetPod, right.TargetPod));
        return new Queue<SliceEndpoint>(waiting);
    }

    /// <summary>Each is wanted once, so that of two slices with one address the second loses it.</summary>
    private SliceEndpoint? Claim(SliceEndpoint endpoint, IReadOnlyList<SliceEndpoint> from)
    {
        if (!_instances.TryGetValue(endpoint, out var member)
            && !_members.TryGetValue((endpoint.Ip, endpoint.TargetPod), out member)) return null;
        if (member.Round == _round || member.Endpoint.Hostname != endpoint.Hostname) return null;
        if (member.List is { } other && !ReferenceEquals(other, from) && _sound.Contains(other)) Doubt();
        (member.Round, member.List) = (_round, from);
        Placed++;
        return member.Endpoint;
    }

    private void Doubt()
    {
        _sound.Clear();
        IsInDoubt = true;
    }

    private bool IsPlaced(Member member) => member.Round == _round || (member.List is { } list && _sound.Contains(list));

    /// <summary>It is another one from now on, or none.</summary>
    private void Disturb(Member member)
    {
        _instances.Remove(member.Endpoint);
        if (member.List is { } list) _sound.Remove(list);
    }

    private sealed class Member
    {
        public required SliceEndpoint Endpoint { get; set; }

        /// <summary>In which it was last found in a slice.</summary>
        public int Round { get; set; }

        /// <summary>Of the slice in which it was last found.</summary>
        public IReadOnlyList<SliceEndpoint>? List { get; set; }
    }
}
