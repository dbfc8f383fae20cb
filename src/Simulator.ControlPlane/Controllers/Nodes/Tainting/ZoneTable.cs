using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The zones that the controller knows: their states and their queues.</summary>
internal sealed class ZoneTable(TaintingOptions options)
{
    private readonly SortedDictionary<string, TaintQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>The same, for who asks after every event.</summary>
    private TaintQueue[] _inOrder = [];

    /// <summary>A zone whose nodes are all gone leaves it; its queue stays.</summary>
    public SortedDictionary<string, ZoneState> States { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TaintQueue> Queues => _queues;

    /// <summary>When the next try of any zone would do anything; null while none can.</summary>
    public Instant? NextTryAt(Instant now)
    {
        Instant? earliest = null;
        foreach (var queue in _inOrder) earliest = earliest.OrEarlier(queue.NextTryAt(now));
        return earliest;
    }

    public TaintQueue QueueOf(Node node) => _queues[KeyOf(node)];

    /// <summary>A zone that has not been seen begins at the normal rate, with one token (addPodEvictorForNewZone).</summary>
    public void Add(string zone)
    {
        if (!States.TryAdd(zone, ZoneState.Initial)) return;
        _queues[zone] = new TaintQueue(options.NodeEvictionRate);
        _inOrder = [.. _queues.Values];
    }

    public void SetRate(string zone, ZoneState state, int nodes, Instant now)
    {
        if (RateOf(state, nodes) is { } rate) _queues[zone].SetRate(rate, now);
    }

    /// <summary>Region and zone, as the scheduler tells them, too (GetZoneKey in pkg/util/node of 1.20); "" without any.</summary>
    public static string KeyOf(Node node)
    {
        var zone = NodeZone.Of(node);
        return zone == NodeZone.None ? "" : $"{zone.Region}:{zone.Zone}";
    }

    /// <summary>The zone's own name for people.</summary>
    public static string NameOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private float? RateOf(ZoneState state, int nodes) => state switch
    {
        ZoneState.Normal or ZoneState.FullDisruption => options.NodeEvictionRate,
        ZoneState.PartialDisruption => nodes > options.LargeClusterSizeThreshold ? options.SecondaryNodeEvictionRate : 0,
        _ => null,
    };
}
