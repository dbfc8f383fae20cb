using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>Keeps one pod on every node that a daemon set selects (pkg/controller/daemon of 1.3.10).</summary>
public sealed class DaemonSetController : KeyedController
{
    private readonly PodIndex<OwnedPods<DaemonSet>> _index = new(PodsKept.Counted);
    private readonly DaemonNodes _nodes = new();
    private readonly OwnedPodWatch<DaemonSet> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="order">In which nodes get their pods; null = by name.</param>
    public DaemonSetController(DaemonSetOptions options, Instant start, IMapOrder? order = null)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        var expectations = new CountedExpectations(options.ExpectationsTimeout);
        SyncBy(new DaemonSetSync(options, _index, _nodes, expectations, Routines, order ?? NameOrder.Instance).Run);
        _watch = new OwnedPodWatch<DaemonSet>(_index, expectations, Queue, DeletionCounts.WhenGone);
    }

    public override string Name => "daemon-set-controller";

    /// <summary>The sets come last: what they select is known before the first sync (podStoreSynced).</summary>
    public override IReadOnlyList<string> Watches { get; } = ["Node", "Pod", "DaemonSet"];

    private protected override IEnumerable<ObjectKey> Keys => _index.Keys;

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) ObservePod(change);
        else if (change.Object is Node node) ObserveNode(change, node);
        else if (change.Object is DaemonSet set) _watch.ObserveOwner(change.Type, set);
    }

    private void ObservePod(in WatchEvent change)
    {
        _nodes.ObservePod(change);
        _watch.ObservePod(change);
    }

    /// <summary>A new node wakes the sets that it should run; a change only if its labels make a difference; a deletion none.</summary>
    private void ObserveNode(in WatchEvent change, Node node)
    {
        var load = _nodes.Of(node.Name);
        var before = change.Previous as Node;
        var isNews = before is null || !before.Metadata.Labels.SameAs(node.Metadata.Labels);
        _nodes.Put(load, change.Type == WatchEventType.Deleted ? null : node);
        if (load.Node is null || !isNews) return;
        foreach (var set in _index.AllOwners())
        {
            if (ShouldRun(set, load, node) != (before is not null && ShouldRun(set, load, before))) Queue.Add(set.Key);
        }
    }

    private static bool ShouldRun(OwnedPods<DaemonSet> set, NodeLoad load, Node node)
    {
        var (present, own) = (load.Node, new List<Pod>());
        load.Node = node;
        load.AddOwn(set.Value, set.Selector, own);
        var shouldRun = DaemonPlacement.ShouldRun(set.Value.Template, load, own, out _);
        load.Node = present;
        return shouldRun;
    }
}
