using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.TerminatedPods;

/// <summary>Deletes the oldest finished pods beyond a threshold (pkg/controller/podgc of 1.3.10).</summary>
public sealed class TerminatedPodCollector : ISelectiveLoop
{
    private readonly Dictionary<ObjectKey, Pod> _finished = [];
    private readonly RoutineSet _routines = new();
    private readonly PeriodicRoutine _check;
    private readonly int _threshold;

    /// <param name="start">When the process starts; checks are counted from here.</param>
    public TerminatedPodCollector(TerminatedPodOptions options, Instant start)
    {
        _threshold = options.Threshold;
        _check = new PeriodicRoutine(options.CheckPeriod, start, Collect, now => _finished.Count > _threshold ? now : null);
    }

    public string Name => "pod-garbage-collector";

    public IReadOnlyList<string> Watches { get; } = ["Pod"];

    public Instant? NextWake => _check.Next(_routines.Now);

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is Pod { IsFinished: true } || watchEvent.Previous is Pod { IsFinished: true };

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        var pod = (Pod)watchEvent.Object;
        if (watchEvent.Type == WatchEventType.Deleted || !pod.IsFinished) _finished.Remove(pod.Key);
        else _finished[pod.Key] = pod;
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

    private IEnumerator<Wait> Collect()
    {
        var surplus = _finished.Values
            .OrderBy(pod => pod.Metadata.CreationTimestamp ?? default).ThenBy(pod => pod.Key)
            .Take(_finished.Count - _threshold);
        ApiRequest[] deletions = [.. surplus.Select(pod => new DeleteRequest("Pod", pod.Key, TimeSpan.Zero))];
        yield return new Batch(deletions, static _ => { });
    }
}
