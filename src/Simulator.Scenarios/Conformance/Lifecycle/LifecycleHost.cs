using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>
/// The world of a node-lifecycle recording: kubelets, an API server that answers at once, and the order of things within a millisecond.
/// </summary>
internal sealed class LifecycleHost : ICloudInstances
{
    private readonly LifecycleLog _log = new();
    private readonly LifecycleApi _api;
    private readonly LifecyclePodRemovals _removals;
    private readonly NodeLifecycleController _controller;
    private readonly List<LifecycleKubelet> _kubelets;
    private readonly Queue<JsonElement> _script;
    private readonly Instant _end;
    private Instant _now = Instant.Start;

    public LifecycleHost(JsonElement recording)
    {
        _api = new LifecycleApi(_log);
        _kubelets = [.. recording.List("nodes").Select(node => new LifecycleKubelet(node))];
        _removals = new LifecyclePodRemovals(recording.Milliseconds("liveKubeletRemovesTerminatingPodAfterMs"), _api, _log);
        _script = new Queue<JsonElement>(recording.List("events"));
        _end = recording.Moment("durationMs");
        var options = new NodeLifecycleOptions
        {
            DeletingPodsQps = recording.GetProperty("deletingPodsQps").GetSingle(),
            DeletingPodsBurst = recording.Int("deletingPodsBurst"),
        };
        _controller = new NodeLifecycleController(
            options, Instant.Start, new NodeLifecycleHosting { Cloud = recording.Bool("cloudProvider") ? this : null });
        _controller.Deliver(new WatchEvent(WatchEventType.Added, DaemonSet(), null), _now);
        foreach (var pod in recording.List("pods")) _api.AddPod(pod, _now);
        DeliverPods();
    }

    public bool Exists(string node) => KubeletOf(node).HasMachine;

    public IReadOnlyList<string> Run()
    {
        while (_now <= _end)
        {
            while (_script.TryPeek(out var scripted) && scripted.Moment("tMs") <= _now) Play(_script.Dequeue());
            foreach (var kubelet in _kubelets) Beat(kubelet);
            _removals.Run(_now);
            Wake();
            _now = Next();
        }

        return _log.Lines;
    }

    private static DaemonSet DaemonSet() => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "daemon" },
        Selector = new LabelSelector { MatchLabels = LabelSet.Of(("daemon", "yes")) },
    };

    private void Play(JsonElement scripted)
    {
        var kubelet = KubeletOf(scripted.Text("node"));
        switch (scripted.Text("type"))
        {
            case "nodeAdded": Add(kubelet); break;
            case "nodeObjectDeleted": _api.RemoveNode(kubelet.Node); break;
            case "kubeletDown": Stop(kubelet); break;
            case "instanceTerminated": Stop(kubelet); kubelet.HasMachine = false; break;
            case "kubeletUp": kubelet.IsUp = true; _removals.KubeletCameBack(kubelet.Node, _now); Report(kubelet); break;
            case "reportNotReady": kubelet.IsReady = false; Report(kubelet); break;
            case "reportReady": kubelet.IsReady = true; Report(kubelet); break;
        }
    }

    private void Add(LifecycleKubelet kubelet)
    {
        _api.AddNode(new Node
        {
            Metadata = new ObjectMeta { Name = kubelet.Node, CreationTimestamp = kubelet.Created },
            Status = new NodeStatus { KubeletVersion = "v1.3.10" },
        });
        if (kubelet.ReportsAtOnce) Report(kubelet);
    }

    private void Stop(LifecycleKubelet kubelet)
    {
        kubelet.IsUp = false;
        _removals.KubeletWentDown(kubelet.Node);
    }

    private void Beat(LifecycleKubelet kubelet)
    {
        if (kubelet.NextHeartbeat > _now) return;
        kubelet.Beat();
        Report(kubelet);
    }

    private void Report(LifecycleKubelet kubelet)
    {
        if (kubelet.IsUp && _api.Nodes.Find(node => node.Name == kubelet.Node) is { } stored) _api.Write(kubelet.Report(stored, _now));
    }

    /// <summary>The node cache is brought up to date only after a pass over the nodes; pods are seen after every routine.</summary>
    private void Wake()
    {
        while (_controller.NextWake <= _now)
        {
            _controller.Wake(_now);
            Answer();
            if (_now.Ticks % TimeSpan.FromSeconds(5).Ticks == 0) DeliverNodes();
            DeliverPods();
        }
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
                if (request is not EventRequest) _controller.Complete(_api.Answer(request, _now), _now);
            }

            notes.Clear();
            _controller.TakeNotes(notes);
            notes.ForEach(_log.Add);
        }
        while (requests.Count > 0);
    }

    private void DeliverNodes() => Deliver(static changed => changed is Node);

    private void DeliverPods()
    {
        foreach (var change in _api.Events)
        {
            if (change.Object is Pod { Metadata.IsBeingDeleted: true } pod && change.Type != WatchEventType.Deleted)
            {
                _removals.Marked(pod, KubeletOf(pod.NodeName).IsUp, _now);
            }
        }

        Deliver(static changed => changed is Pod);
    }

    private void Deliver(Predicate<ApiObject> isWanted)
    {
        var changes = _api.Events.FindAll(change => isWanted(change.Object));
        _api.Events.RemoveAll(change => isWanted(change.Object));
        foreach (var change in changes)
        {
            _controller.Deliver(change, _now);
            Answer();
        }
    }

    private Instant Next()
    {
        var next = _controller.NextWake ?? Instant.FromMilliseconds(long.MaxValue / TimeSpan.TicksPerMillisecond);
        foreach (var kubelet in _kubelets) next = Earlier(next, kubelet.NextHeartbeat);
        if (_script.TryPeek(out var scripted)) next = Earlier(next, scripted.Moment("tMs"));
        return _removals.Next is { } removal ? Earlier(next, removal) : next;
    }

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;

    private LifecycleKubelet KubeletOf(string node) => _kubelets.Find(kubelet => kubelet.Node == node)!;
}
