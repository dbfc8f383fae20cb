using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.PodCollection;

/// <summary>
/// Deletes, without grace, finished pods beyond a threshold, pods of nodes that are gone, and pods that were to go before they had a node
/// (pkg/controller/podgc).
/// </summary>
public sealed class PodCollector : IControlLoop
{
    private readonly CollectablePods _pods = new();
    private readonly RoutineSet _routines = new();
    private readonly PeriodicRoutine _check;
    private readonly MissingNodes _missing;
    private readonly int _threshold;

    /// <param name="start">When the process starts; checks are counted from here.</param>
    public PodCollector(PodCollectorOptions options, Instant start)
    {
        _threshold = options.Threshold;
        _missing = new MissingNodes(options.Quarantine);
        _check = new PeriodicRoutine(options.CheckPeriod, start, Collect, now => HasWork ? now : null);
    }

    public string Name => "pod-garbage-collector";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "Node"];

    public Instant? NextWake => _check.Next(_routines.Now);

    private bool HasSurplus => _threshold > 0 && _pods.FinishedCount > _threshold;

    private bool HasWork => HasSurplus || _pods.Homeless.Count > 0 || _pods.UnknownNodes.Count > 0 || !_missing.IsEmpty;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        var isGone = watchEvent.Type == WatchEventType.Deleted;
        if (watchEvent.Object is Pod pod && isGone) _pods.Remove(pod);
        else if (watchEvent.Object is Pod present) _pods.Put(present);
        else if (isGone) _pods.RemoveNode(watchEvent.Object.Name);
        else _pods.PutNode(watchEvent.Object.Name);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        if (_check.Next(now) <= now) _check.Run(_routines);
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    /// <summary>A pod that two rules want away is deleted twice, as if nobody had seen the first.</summary>
    private IEnumerator<Wait> Collect()
    {
        List<ObjectKey> homeless = [.. _pods.Homeless.Select(static pod => pod.Key)];
        if (HasSurplus) yield return Delete(_pods.Oldest(_pods.FinishedCount - _threshold).Select(static pod => pod.Key));
        List<ObjectKey> orphans = [];
        foreach (var node in _missing.Due(_pods, _routines.Now))
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
