using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>
/// The world of a node-lifecycle recording with leases: kubelets, an API server that answers at once, and the order of things within a
/// millisecond.
/// </summary>
internal sealed class TaintingHost : ILeases
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly LifecycleLog _log = new();
    private readonly TaintingApi _api;
    private readonly TaintingRemovals _removals;
    private readonly TaintingController _controller;
    private readonly List<LeasingKubelet> _kubelets;
    private readonly Queue<LeasingKubelet> _coming;
    private readonly Queue<JsonElement> _pods;
    private readonly Queue<JsonElement> _script;
    private readonly List<DeleteRequest> _deletions = [];
    private readonly Instant _end;
    private bool _isShowing;
    private Instant _now = Instant.Start;

    public TaintingHost(JsonElement recording)
    {
        _api = new TaintingApi(_log);
        _kubelets = [.. recording.List("nodes").Select(node => new LeasingKubelet(node))];
        _coming = new Queue<LeasingKubelet>(_kubelets.OrderBy(kubelet => kubelet.AddedAt.Ticks));
        _pods = new Queue<JsonElement>(recording.List("pods").OrderBy(pod => pod.Long("boundAtMs")));
        _script = new Queue<JsonElement>(recording.List("events"));
        _removals = new TaintingRemovals(recording.Milliseconds("liveKubeletRemovesTerminatingPodAfterMs"), _api, _log);
        _end = recording.Moment("durationMs");
        var options = new TaintingOptions
        {
            NodeEvictionRate = recording.GetProperty("nodeEvictionRate").GetSingle(),
            SecondaryNodeEvictionRate = recording.GetProperty("secondaryNodeEvictionRate").GetSingle(),
            LargeClusterSizeThreshold = recording.Int("largeClusterSizeThreshold"),
            UnhealthyZoneThreshold = recording.GetProperty("unhealthyZoneThreshold").GetSingle(),
        };
        _controller = new TaintingController(
            new NodeLifecycleOptions(), options, Instant.Start, new NodeLifecycleHosting { Leases = this });
    }

    /// <summary>By name; " terminating" after those that are being deleted.</summary>
    public IEnumerable<string> PodsLeft => _api.Pods.Select(pod => pod.Metadata.IsBeingDeleted ? $"{pod.Name} terminating" : pod.Name);

    public ILease Of(string node) => KubeletOf(node);

    public IReadOnlyList<string> Run()
    {
        while (_now <= _end)
        {
            // Timers of a moment come before what is scripted for it; passes after it.
            if (!IsMomentOfPass) Wake();
            AddNodes();
            BindPods();
            while (_script.TryPeek(out var scripted) && scripted.Moment("tMs") <= _now)
            {
                Play(_script.Dequeue());
                Settle();
            }

            foreach (var kubelet in _kubelets) Beat(kubelet);
            Settle();
            _removals.Run(_now);
            Settle();
            Wake();
            _now = Next();
        }

        return _log.Lines;
    }

    private bool IsMomentOfPass => _now.Ticks % TimeSpan.FromSeconds(5).Ticks == 0;

    private void AddNodes()
    {
        while (_coming.TryPeek(out var kubelet) && kubelet.AddedAt <= _now) _api.Put(_coming.Dequeue().First(_now));
        Settle();
    }

    private void BindPods()
    {
        while (_pods.TryPeek(out var pod) && pod.Moment("boundAtMs") <= _now) _api.Put(TaintingApi.Bound(_pods.Dequeue(), _now));
        Settle();
    }

    private void Play(JsonElement scripted)
    {
        var kubelet = KubeletOf(scripted.Text("node"));
        switch (scripted.Text("type"))
        {
            case "kubeletDown": Stop(kubelet); break;
            case "kubeletUp": Start(kubelet); break;
            case "reportNotReady": Say(kubelet, isReady: false); break;
            case "reportReady": Say(kubelet, isReady: true); break;
            case "nodeObjectDeleted": Stop(kubelet); _api.RemoveNode(kubelet.Name); break;
            case "taintAdded": Taint(kubelet.Name, scripted.Text("key"), isOn: true); break;
            case "taintRemoved": Taint(kubelet.Name, scripted.Text("key"), isOn: false); break;
        }
    }

    private void Start(LeasingKubelet kubelet)
    {
        kubelet.IsUp = true;
        _removals.KubeletCameBack(kubelet.Name, _now);
        Report(kubelet);
        if (_api.Node(kubelet.Name) is not null) kubelet.Renew(_now);
    }

    private void Stop(LeasingKubelet kubelet)
    {
        kubelet.IsUp = false;
        _removals.KubeletWentDown(kubelet.Name);
    }

    private void Say(LeasingKubelet kubelet, bool isReady)
    {
        kubelet.IsReady = isReady;
        if (kubelet.IsUp) Report(kubelet);
    }

    private void Taint(string node, string key, bool isOn)
    {
        if (_api.Node(node) is not { } stored) return;
        var others = (stored.Spec.Taints.Value ?? []).Where(taint => taint.Key != key);
        IReadOnlyList<Taint> taints = isOn ? [.. others, new Taint(key, "", TaintKeys.NoExecute)] : [.. others];
        _api.Put(stored with { Spec = stored.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>(taints) } });
    }

    private void Beat(LeasingKubelet kubelet)
    {
        if (!kubelet.IsDue(_now)) return;
        kubelet.Beat();
        if (!kubelet.IsUp || _api.Node(kubelet.Name) is null) return;
        kubelet.Renew(_now);
        Report(kubelet);
    }

    /// <summary>A node that is Ready has its pods say so again.</summary>
    private void Report(LeasingKubelet kubelet)
    {
        if (_api.Node(kubelet.Name) is not { } stored || kubelet.Report(stored, _now) is not { } written) return;
        _api.Put(written);
        if (!kubelet.IsReady) return;
        foreach (var pod in _api.Pods.Where(pod => pod.NodeName == kubelet.Name).ToList())
        {
            _api.Put(pod with { Status = pod.Status with { Ready = new Condition(ConditionStatus.True, "", _now) } });
        }
    }

    private void Wake()
    {
        while (_controller.NextWake <= _now)
        {
            _controller.Wake(_now);
            Settle();
        }
    }

    /// <summary>
    /// Calls are answered, then watches show what has changed, until nothing changes any more; deletions that this brings at once, which
    /// are goroutines of their own, come then.
    /// </summary>
    private void Settle()
    {
        Answer();
        while (_api.HasChanges || _deletions.Count > 0)
        {
            if (!_api.HasChanges) Delete();
            _isShowing = true;
            foreach (var change in _api.TakeChanges())
            {
                if (change.Object is Node node) _log.AddTaints(change, node, _now);
                else if (change.Object is Pod pod && change.Type != WatchEventType.Deleted)
                {
                    _removals.Observe(pod, KubeletOf(pod.NodeName).IsUp, _now);
                }
                _controller.Deliver(change, _now);
                Answer();
            }

            _isShowing = false;
        }
    }

    private void Delete()
    {
        List<DeleteRequest> due = [.. _deletions];
        _deletions.Clear();
        foreach (var deletion in due) _controller.Complete(_api.Answer(deletion, _now), _now);
        Answer();
    }

    private void Answer()
    {
        List<ApiRequest> requests = [];
        List<LifecycleNote> notes = [];
        do
        {
            requests.Clear();
            _controller.TakeRequests(requests);
            foreach (var request in requests)
            {
                if (_isShowing && request is DeleteRequest deletion) _deletions.Add(deletion);
                else if (request is not EventRequest) _controller.Complete(_api.Answer(request, _now), _now);
            }

            notes.Clear();
            _controller.TakeNotes(notes);
            foreach (var note in notes.Where(note => note.Kind == LifecycleNoteKind.ZoneJudged)) _log.AddZone(note);
        }
        while (requests.Count > 0);
    }

    private Instant Next()
    {
        var next = _now + TimeSpan.FromHours(1);
        if (_controller.NextWake is { } wake) next = Earlier(next, wake);
        foreach (var kubelet in _kubelets) next = Earlier(next, kubelet.NextHeartbeat);
        if (_coming.TryPeek(out var coming)) next = Earlier(next, coming.AddedAt);
        if (_pods.TryPeek(out var pod)) next = Earlier(next, pod.Moment("boundAtMs"));
        if (_script.TryPeek(out var scripted)) next = Earlier(next, scripted.Moment("tMs"));
        if (_removals.Next is { } removal) next = Earlier(next, removal);
        return next > _now ? next : _now + Millisecond;
    }

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;

    private LeasingKubelet KubeletOf(string node) => _kubelets.Find(kubelet => kubelet.Name == node)!;
}
