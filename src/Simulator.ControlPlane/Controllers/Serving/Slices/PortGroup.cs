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
    /// Lists of slices whose members are known: most syncs change one endpoint of hundreds, and only members that have changed since are
    /// looked for. Without it, and with all nodes looked up each time, zone-outage under 1.20.2 takes 31 s of CPU instead of 23 s.
    /// </summary>
    private readonly Dictionary<IReadOnlyList<SliceEndpoint>, KnownList> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>In this round.</summary>
    private readonly HashSet<IReadOnlyList<SliceEndpoint>> _met = new(ReferenceEqualityComparer.Instance);

    /// <summary>Every endpoint of every slice is looked at.</summary>
    private bool _isPlain;

    private int _round;

    /// <summary>Other ports that say the same.</summary>
    private IReadOnlyList<EndpointPort>? _alike;

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

    /// <summary>Slices mostly share one list, the group's own or that of who wrote the first of them.</summary>
    public bool HasPorts(IReadOnlyList<EndpointPort> others)
    {
        if (ReferenceEquals(others, ports) || ReferenceEquals(others, _alike)) return true;
        if (KeyOf(others) != Key) return false;
        _alike = others;
        return true;
    }

    /// <summary>An endpoint stands in two slices, so that what was known of them is not: the round has to begin anew.</summary>
    public bool IsInDoubt { get; private set; }

    public void BeginRound(List<EndpointSlice> slices)
    {
        _round++;
        (Placed, _isPlain, IsInDoubt) = (0, IsInDoubt, false);
        _met.Clear();
        foreach (var (list, known) in _known)
        {
            if (slices.Exists(slice => ReferenceEquals(slice.Endpoints, list))) continue;
            known.IsForgotten = true;
            _known.Remove(list);
        }
    }

    /// <summary>The endpoints of a slice that are still wanted, as they should be: the very list if none is to change.</summary>
    public IReadOnlyList<SliceEndpoint> Keep(IReadOnlyList<SliceEndpoint> endpoints)
    {
        var known = _isPlain ? null : _known.GetValueOrDefault(endpoints);
        if (known is not null && !_met.Add(endpoints)) Doubt();
        if (known is { Changed.Count: 0 })
        {
            Placed += endpoints.Count;
            return endpoints;
        }

        var home = new KnownList(endpoints.Count) { IsForgotten = _isPlain };
        List<SliceEndpoint>? kept = null;
        for (var i = 0; i < endpoints.Count; i++)
        {
            var (endpoint, isKnown) = (endpoints[i], known?.IsAsBefore(i) == true);
            var member = isKnown ? Stay(known!.Members[i], home) : Claim(endpoint, known, home);
            if (!isKnown && !IsSame(member?.Endpoint, endpoint)) kept ??= [.. endpoints.Take(i)];
            if (member is null) continue;
            home.Members.Add(member);
            kept?.Add(isKnown ? endpoint : member.Endpoint);
        }

        if (known is not null) Forget(endpoints, known);
        if (kept is null) _met.Add(endpoints);
        Remember(kept ?? endpoints, home);
        return kept ?? endpoints;
    }

    /// <summary>A slice is given more of them: its new list is known as well as the one before was.</summary>
    public void Extended(IReadOnlyList<SliceEndpoint> list, IReadOnlyList<SliceEndpoint> extended)
    {
        if (_isPlain || !_known.Remove(list, out var home)) return;
        for (var i = list.Count; i < extended.Count; i++)
        {
            var member = _instances[extended[i]];
            member.Home = home;
            home.Members.Add(member);
        }

        _known.Add(extended, home);
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

    private static bool IsSame(SliceEndpoint? wanted, SliceEndpoint endpoint) =>
        wanted is not null && (ReferenceEquals(wanted, endpoint) || wanted == endpoint);

    /// <summary>Each is wanted once, so that of two slices with one address the second loses it.</summary>
    /// <param name="former">What was known of the list.</param>
    private Member? Claim(SliceEndpoint endpoint, KnownList? former, KnownList home)
    {
        if (!_instances.TryGetValue(endpoint, out var member)
            && !_members.TryGetValue((endpoint.Ip, endpoint.TargetPod), out member)) return null;
        if (member.Round == _round || member.Endpoint.Hostname != endpoint.Hostname) return null;
        if (member.Home is { IsForgotten: false } other && other != former && other != home) Doubt();
        member.Round = _round;
        return Stay(member, home);
    }

    private Member Stay(Member member, KnownList home)
    {
        member.Home = home;
        Placed++;
        return member;
    }

    private void Remember(IReadOnlyList<SliceEndpoint> list, KnownList home)
    {
        home.IsForgotten |= IsInDoubt;
        if (!home.IsForgotten) home.IsForgotten = !_known.TryAdd(list, home);
    }

    private void Forget(IReadOnlyList<SliceEndpoint> list, KnownList known)
    {
        known.IsForgotten = true;
        _known.Remove(list);
    }

    private void Doubt()
    {
        foreach (var known in _known.Values) known.IsForgotten = true;
        _known.Clear();
        IsInDoubt = true;
    }

    private bool IsPlaced(Member member) => member.Round == _round || member.Home is { IsForgotten: false };

    /// <summary>It is another one from now on, or none.</summary>
    private void Disturb(Member member)
    {
        _instances.Remove(member.Endpoint);
        member.Home?.Changed.Add(member);
        member.Home = null;
    }

    private sealed class Member
    {
        public required SliceEndpoint Endpoint { get; set; }

        /// <summary>In which it was last looked for and found.</summary>
        public int Round { get; set; }

        /// <summary>Of the slice in which it was last found; null: it has changed since.</summary>
        public KnownList? Home { get; set; }
    }

    private sealed class KnownList(int count)
    {
        /// <summary>When more have changed, all are looked for.</summary>
        private const int ChangedMax = 16;

        /// <summary>In the order of the list.</summary>
        public List<Member> Members { get; } = new(count);

        /// <summary>Those that are others now, or gone.</summary>
        public List<Member> Changed { get; } = [];

        /// <summary>What it says holds no more.</summary>
        public bool IsForgotten { get; set; }

        public bool IsAsBefore(int place) => Changed.Count <= ChangedMax && !Changed.Contains(Members[place]);
    }
}
