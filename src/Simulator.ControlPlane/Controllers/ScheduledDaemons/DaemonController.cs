using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>Keeps a pod on every node that should have one; the scheduler binds them (pkg/controller/daemon).</summary>
public sealed class DaemonController : RetryingController
{
    private readonly OwnerIndex<Pod> _pods = new();
    private readonly OwnerBook<DaemonSet> _owners = new("DaemonSet", static set => set.Selector);
    private readonly SortedDictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly DaemonTemplates _templates;
    private readonly ClaimedPodWatch<DaemonSet> _watch;

    /// <param name="start">When the process starts.</param>
    /// <param name="expectations">What earlier syncs still wait for; nothing in a new process.</param>
    /// <param name="failures">How often pods have failed on a node (<see cref="FailureKey"/>); nothing in a new process.</param>
    /// <param name="revisionOf">Hash of a set's template; null = as ReplicaSets are told apart.</param>
    public DaemonController(
        DaemonOptions options, Instant start, CountedExpectations? expectations = null, Backoff? failures = null,
        Func<DaemonSet, string>? revisionOf = null)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start)
    {
        expectations ??= new CountedExpectations(TimeSpan.FromMinutes(5));
        _templates = new DaemonTemplates(revisionOf ?? (static set => TemplateHash.Of(set.Template)));
        _watch = new ClaimedPodWatch<DaemonSet>(_owners, _pods, expectations, Queue, BecameReady);
        var changes = new DaemonChanges(failures ?? NewFailures(), Routines);
        SyncBy(new DaemonSync(options, _owners, _pods, _nodes, _templates, changes, expectations, Routines).Run);
    }

    public override string Name => "daemon-set-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "Node", "DaemonSet"];

    /// <summary>From a second to a quarter of an hour (failedPodsBackoff in cmd/kube-controller-manager/app/apps.go).</summary>
    public static Backoff NewFailures() => new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));

    /// <summary>Under which failures of a set's pods on a node are counted (failedPodsBackoffKey).</summary>
    public static string FailureKey(DaemonSet set, string node) =>
        string.Create(CultureInfo.InvariantCulture, $"{set.Metadata.Uid}/{set.Status.ObservedGeneration}/{node}");

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is Node node) ObserveNode(change, node);
        else if (change.Object is DaemonSet set)
        {
            if (change.Type == WatchEventType.Deleted) _templates.Forget(set.Key);
            _watch.ObserveOwner(change.Type, set);
        }
    }

    /// <summary>A node that goes wakes nobody: its pods will go.</summary>
    private void ObserveNode(in WatchEvent change, Node node)
    {
        if (change.Type == WatchEventType.Deleted)
        {
            _nodes.Remove(node.Name);
            return;
        }

        var former = _nodes.GetValueOrDefault(node.Name);
        _nodes[node.Name] = node;
        if (former is not null && IsSameToDaemons(former, node)) return;
        foreach (var owner in _owners.All)
        {
            var template = _templates.Of(owner.Value);
            var fit = template.FitOn(node);
            if (former is null ? fit == NodeFit.Runs : fit != template.FitOnFormer(former)) Queue.Add(owner.Value.Key);
        }
    }

    private static bool IsSameToDaemons(Node left, Node right) =>
        left.Metadata.Labels.SameAs(right.Metadata.Labels)
        && (left.Spec.Taints.Value ?? []).SequenceEqual(right.Spec.Taints.Value ?? []);

    /// <summary>The second more is for clocks that differ.</summary>
    private void BecameReady(Owner<DaemonSet> owner, Pod? former, Pod pod)
    {
        var wait = owner.Value.MinReadySeconds;
        if (former is not { IsReady: false } || !pod.IsReady || wait == 0) return;
        Retries.Add(owner.Value.Key, Routines.Now + TimeSpan.FromSeconds(wait + 1));
    }
}
