using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps one pod on every node that a daemon set selects (pkg/controller/daemon of 1.3.10).</summary>
public sealed class DaemonSetController : IControlLoop
{
    private readonly PodIndex<OwnedPods<DaemonSet>> _index = new();
    private readonly DaemonNodes _nodes = new();
    private readonly KeyedWork _work;
    private readonly OwnedPodWatch<DaemonSet> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public DaemonSetController(DaemonSetOptions options, Instant start)
    {
        var expectations = new CountedExpectations(options.ExpectationsTimeout);
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new DaemonSetSync(options, _index, _nodes, expectations, _work.Routines).Run);
        _watch = new OwnedPodWatch<DaemonSet>(_index, expectations, _work.Queue, DeletionCounts.WhenGone);
    }

    public string Name => "daemon-set-controller";

    /// <summary>The sets come last: what they select is known before the first sync (podStoreSynced).</summary>
    public IReadOnlyList<string> Watches { get; } = ["Node", "Pod", "DaemonSet"];

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) ObservePod(watchEvent);
        else if (watchEvent.Object is Node node) ObserveNode(watchEvent, node);
        else if (watchEvent.Object is DaemonSet set) _watch.ObserveOwner(watchEvent.Type, set);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        if (!_work.IsResyncDue(now)) return;
        foreach (var entry in _index.AllOwners()) _work.Queue.Add(entry.Key);
        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

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
        load.Node = change.Type == WatchEventType.Deleted ? null : node;
        if (load.Node is null || (before is not null && before.Metadata.Labels.SameAs(node.Metadata.Labels))) return;
        foreach (var set in _index.AllOwners())
        {
            if (ShouldRun(set, load, node) != (before is not null && ShouldRun(set, load, before))) _work.Queue.Add(set.Key);
        }
    }

    private static bool ShouldRun(OwnedPods<DaemonSet> set, NodeLoad load, Node node)
    {
        var present = load.Node;
        load.Node = node;
        var own = set.Pods().Where(pod => pod.NodeName == node.Name).ToList();
        var shouldRun = DaemonPlacement.ShouldRun(set.Value.Template, load, own, out _);
        load.Node = present;
        return shouldRun;
    }
}
