using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.PodCollection;

/// <summary>
/// Deletes, without grace, finished pods beyond a threshold, pods of nodes that are gone, and pods that were to go before they had a node
/// (pkg/controller/podgc).
/// </summary>
public sealed class PodCollector : PeriodicController
{
    private readonly CollectablePods _pods = new();
    private readonly MissingNodes _missing;
    private readonly int _threshold;

    /// <param name="start">When the process starts; checks are counted from here.</param>
    public PodCollector(PodCollectorOptions options, Instant start)
        : base(options.CheckPeriod, start, skipsIdle: true)
    {
        _threshold = options.Threshold;
        _missing = new MissingNodes(options.Quarantine);
    }

    public override string Name => "pod-garbage-collector";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "Node"];

    private protected override bool HasWork => HasSurplus || _pods.Homeless.Count > 0 || _pods.UnknownNodes.Count > 0 || !_missing.IsEmpty;

    private bool HasSurplus => _threshold > 0 && _pods.FinishedCount > _threshold;

    private protected override void Observe(in WatchEvent change)
    {
        var isGone = change.Type == WatchEventType.Deleted;
        if (change.Object is Pod pod && isGone) _pods.Remove(pod);
        else if (change.Object is Pod present) _pods.Put(present);
        else if (isGone) _pods.RemoveNode(change.Object.Name);
        else _pods.PutNode(change.Object.Name);
    }

    /// <summary>A pod that two rules want away is deleted twice, as if nobody had seen the first.</summary>
    private protected override IEnumerator<Wait> Pass()
    {
        List<ObjectKey> homeless = [.. _pods.Homeless.Select(static pod => pod.Key)];
        if (HasSurplus) yield return Delete(_pods.Oldest(_pods.FinishedCount - _threshold).Select(static pod => pod.Key));
        List<ObjectKey> orphans = [];
        foreach (var node in _missing.Due(_pods, Routines.Now))
        {
            var look = new Call(new GetRequest("Node", new ObjectKey("", node)));
            yield return look;
            if (look.Response.Result == ApiResult.NotFound) orphans.AddRange(_pods.On(node));
        }

        yield return Delete(orphans);
        yield return Delete(homeless);
    }

    private static Batch Delete(IEnumerable<ObjectKey> pods) =>
        new([.. pods.Select(static pod => new DeleteRequest("Pod", pod, TimeSpan.Zero))], static _ => { });
}
