using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>A measured run of the real federation control plane, as its file has it. Times are seconds from the trigger.</summary>
internal sealed partial class FederationTimeline
{
    /// <summary>Seconds from one look at the members to the next.</summary>
    public const double ProbePeriod = 40;

    /// <summary>Five tries to create a service that is refused, and what they wait: 5, 10, 20, 40 and 80 s.</summary>
    private const double Refused = 155;

    /// <summary>A member that takes so long from Ready to its first record was refused its service.</summary>
    private const double Slow = 30;

    /// <summary>From a start of the controller manager to the trigger, where there was one: members join in it and are refused.</summary>
    private const double Longest = 240;

    /// <summary>Where the four clusters of the measured federations lie, unless the recording says otherwise.</summary>
    private static readonly Dictionary<string, (string Zone, string Region)> KnownPlaces = new(StringComparer.Ordinal)
    {
        ["c1"] = ("r1-a", "r1"),
        ["c2"] = ("r1-b", "r1"),
        ["c3"] = ("r2-a", "r2"),
        ["c4"] = ("r2-b", "r2"),
    };

    private readonly JsonElement _recording;
    private readonly List<TimelineEvent> _events;

    public FederationTimeline(JsonElement recording)
    {
        _recording = recording;
        _events = [.. recording.List("events").Select(entry => new TimelineEvent(entry))];
        Marks = [.. recording.List("marks").Select(mark => new TimelineMark(mark.Number("t"), mark.Text("what")))];
        Before = RecordsIn("dns_before");
        Name = _events.Where(entry => entry.IsRecord).Select(entry => entry.Name).Concat(Before.Keys).Concat(RecordsIn("dns_after").Keys)
            .Select(RecordName.Parse).OfType<RecordName>().FirstOrDefault() ?? new RecordName("", "default", "fed", "", "", "example.com");
    }

    public IReadOnlyList<TimelineMark> Marks { get; }

    public double End => Marks.Where(mark => mark.What == "end").Select(mark => mark.At)
        .DefaultIfEmpty(_events.Select(entry => entry.At).DefaultIfEmpty(0).Max() + 1).Max();

    /// <summary>Federation, namespace and domain of its records.</summary>
    public RecordName Name { get; }

    /// <summary>Time of each call to the DNS provider.</summary>
    public TimeSpan ProviderLatency => LatencyText().Match(_recording.Text("federation")) is { Success: true } told
        ? TimeSpan.FromSeconds(double.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture))
        : TimeSpan.FromMicroseconds(20);

    /// <summary>All record sets at the trigger, by name.</summary>
    public IReadOnlyDictionary<string, RecordSet> Before { get; }

    public IReadOnlyList<string> Clusters =>
        [.. KnownPlaces.Keys.Concat(_events.Select(entry => entry.Cluster))
            .Where(name => name.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    public (string Zone, string Region) PlaceOf(string cluster) => _events
        .Where(entry => entry.What == "cluster-status-changed" && entry.Cluster == cluster && entry.Detail.Texts("zones").Count > 0)
        .Select(entry => (entry.Detail.Texts("zones")[0], entry.Detail.Text("region")))
        .FirstOrDefault(KnownPlaces.GetValueOrDefault(cluster, ("z", "r")));

    /// <summary>Clusters that belonged to the federation when the recording begins.</summary>
    public IReadOnlyList<string> Members
    {
        get
        {
            var joined = _events.Where(entry => entry.What == "cluster-object-created").Select(entry => entry.Cluster).ToHashSet();
            joined.UnionWith(LateMembers.Select(late => late.Cluster));
            return [.. Clusters.Where(cluster => !joined.Contains(cluster) && IsSpokenOf(cluster))];
        }
    }

    /// <summary>
    /// Clusters that had joined before the recording begins, but whose service was still refused then; and when, so that the look at the
    /// members finds them where it was recorded, or 155 s before their first record.
    /// </summary>
    public IReadOnlyList<(string Cluster, double At)> LateMembers
    {
        get
        {
            var late = new List<(string Cluster, double At)>();
            if (Services.Count == 0) return late;
            foreach (var cluster in Clusters)
            {
                var isNew = _events.Any(entry => entry.What == "cluster-object-created" && entry.Cluster == cluster);
                if (isNew || Before.Keys.Any(name => IsOf(name, cluster)) || !_events.Any(entry => entry.Cluster == cluster)) continue;
                if (ReadyAt(cluster) is { } ready) late.Add((cluster, ready - 1));
                else if (FirstRecordOf(cluster) is { } record)
                {
                    var passes = Math.Floor((record - Refused - FirstProbe) / ProbePeriod);
                    late.Add((cluster, FirstProbe + (passes * ProbePeriod) - 1));
                }
            }

            return late;
        }
    }

    /// <summary>
    /// When its controller manager was started again before the recording begins, with looks at the members at the recorded moments; null:
    /// it was not. Services that such a one finds give it the addresses of their cluster, and those that join are then refused theirs.
    /// </summary>
    public double? RestartedAt => HadBeenRestarted ? FirstProbe - (ProbePeriod * Math.Ceiling((FirstProbe + Longest) / ProbePeriod)) : null;

    private bool HadBeenRestarted => Services.Count > 0 && (LateMembers.Count > 0 || Clusters.Any(cluster =>
        ReadyAt(cluster) is { } ready && !Before.Keys.Any(name => IsOf(name, cluster))
        && (FirstRecordOf(cluster) ?? End) > ready + Slow));

    /// <summary>Seconds from the start of the simulation to the trigger: long enough for a cluster to leave or join before it.</summary>
    public double Lead => HadBeenRestarted ? Longest + (2 * ProbePeriod) : 60;

    /// <summary>Clusters that had left before the recording begins, and left their addresses in DNS.</summary>
    public IReadOnlyList<string> Departed =>
        [.. Clusters.Where(cluster => !Members.Contains(cluster)
            && Services.Any(service => AddressOf(cluster, service) is not null && HadAddress(cluster, service)))];

    /// <summary>Federated services that were there when the recording begins: whose names only CNAMEs are left of were deleted.</summary>
    public IReadOnlyList<string> Services =>
    [
        .. Before.Where(record => record.Value.Type == RecordType.A).Select(record => RecordName.Parse(record.Key)?.Service ?? "")
            .Distinct()
                .Except(CreatedServices.Select(created => created.Service))
                .Where(name => name.Length > 0)
                .Order(StringComparer.Ordinal),
    ];

    /// <summary>Federated services that were created while it was recorded.</summary>
    public IReadOnlyList<(double At, string Service)> CreatedServices =>
        [.. _events.Where(entry => entry.What == "fed-service-created").Select(entry => (entry.At, entry.Service))];

    /// <summary>Services that went while it was recorded: federated ones, or those of a member.</summary>
    public IReadOnlyList<(double At, string Service)> DeletedServices =>
    [
        .. _events.Where(entry => entry.What is "fed-service-deleted" or "member-service-deleted")
            .Select(entry => (entry.At, entry.Service)),
    ];

    /// <summary>When the first pass of the loop that looks at the members begins; after the end if none was recorded.</summary>
    public double FirstProbe
    {
        get
        {
            var passes = _events.Where(entry => entry.What is "cluster-status-rewritten" or "cluster-status-changed")
                .Select(entry => entry.At);
            return passes.Any() ? passes.Min() - 0.015 : Math.Max(End, 0) + 1;
        }
    }

    /// <summary>Starts of the controller manager.</summary>
    public IReadOnlyList<double> ManagerStarts => [.. _events.Where(entry => entry.What == "fcm-start").Select(entry => entry.At)];

    /// <summary>The load balancer that the script gave to a service of a cluster; null if it is never spoken of.</summary>
    public string? AddressOf(string cluster, string service)
    {
        var (zone, region) = PlaceOf(cluster);
        var name = (Name with { Service = service, Zone = zone, Region = region }).ToString();
        var given = _events.Where(entry => entry.What == "cloud-ingress-assigned" && entry.Cluster == cluster && entry.Service == service)
            .Select(entry => entry.Detail.Text("ip"));
        var written = new[] { Before, RecordsIn("dns_after") }.Select(records => records.GetValueOrDefault(name))
            .Concat(_events.Where(entry => entry.What == "dns-add" && entry.Name == name).Select(entry => entry.Set))
            .Where(set => set?.Type == RecordType.A).Select(set => set!.Data[0]);
        return given.Concat(written).FirstOrDefault();
    }

    /// <summary>When the address of a service that did not have one was seen; null: nobody saw it.</summary>
    public double? GivenAt(string cluster, string service) => _events
        .Where(entry => entry.What == "member-service-updated" && entry.Cluster == cluster && entry.Service == service
            && entry.Detail.Texts("ingress").Count > 0)
        .Select(entry => (double?)entry.At).FirstOrDefault();

    /// <summary>What each name came to say, and each member's status.</summary>
    public ContentHistory Recorded()
    {
        var history = new ContentHistory(Before.ToDictionary(record => record.Key, record => ContentHistory.ContentOf(record.Value)));
        foreach (var entry in _events)
        {
            if (entry.What == "dns-add") history.Set(entry.Name, entry.At, ContentHistory.ContentOf(entry.Set));
            else if (entry.What == "dns-remove") history.Set(entry.Name, entry.At, "");
            else if (entry.What == "cluster-status-changed")
            {
                history.Set($"cluster {entry.Cluster}", entry.At, $"{string.Join(',', entry.Detail.Texts("conditions"))}"
                    + $" {string.Join(',', entry.Detail.Texts("zones"))} "
                    + $"{(entry.Detail.TryGetProperty("region", out var region) ? region.GetString() : "")}");
            }
        }

        return history;
    }

    private bool HadAddress(string cluster, string service)
    {
        var address = AddressOf(cluster, service);
        return Before.Values.Any(set => set.Type == RecordType.A && set.Data.Contains(address));
    }

    private double? ReadyAt(string cluster) => _events
        .Where(entry => entry.What == "cluster-status-changed" && entry.Cluster == cluster)
        .Select(entry => entry.Detail.Texts("zones").Count > 0 ? entry.At : (double?)null).FirstOrDefault();

    private double? FirstRecordOf(string cluster) => _events.Where(entry => entry.What == "dns-add" && IsOf(entry.Name, cluster))
        .Select(entry => (double?)entry.At).FirstOrDefault();

    private bool IsOf(string name, string cluster) =>
        RecordName.Parse(name) is { } parts && (parts.Zone, parts.Region) == PlaceOf(cluster);

    private bool IsSpokenOf(string cluster) => _events.Any(entry => entry.Cluster == cluster)
        || Before.Keys.Concat(RecordsIn("dns_after").Keys).Any(name => IsOf(name, cluster));

    private Dictionary<string, RecordSet> RecordsIn(string field) => _recording.GetProperty(field).EnumerateObject()
        .ToDictionary(
            entry => entry.Name,
            entry => TimelineEvent.SetOf(entry.Name, [.. entry.Value.EnumerateArray().Select(text => text.GetString()!)]));

    [GeneratedRegex(@"takes ([0-9.]+) s per call")]
    private static partial Regex LatencyText();
}
