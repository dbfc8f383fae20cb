using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.TerminatedPods;

/// <summary>Deletes the oldest finished pods beyond a threshold (pkg/controller/podgc of 1.3.10).</summary>
public sealed class TerminatedPodCollector : PeriodicController, ISelectiveLoop
{
    private readonly Dictionary<ObjectKey, Pod> _finished = [];
    private readonly int _threshold;

    /// <param name="start">When the process starts; checks are counted from here.</param>
    public TerminatedPodCollector(TerminatedPodOptions options, Instant start)
        : base(options.CheckPeriod, start, skipsIdle: true) => _threshold = options.Threshold;

    public override string Name => "pod-garbage-collector";

    public override IReadOnlyList<string> Watches { get; } = ["Pod"];

    private protected override bool HasWork => _finished.Count > _threshold;

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is Pod { IsFinished: true } || watchEvent.Previous is Pod { IsFinished: true };

    private protected override void Observe(in WatchEvent change)
    {
        var pod = (Pod)change.Object;
        if (change.Type == WatchEventType.Deleted || !pod.IsFinished) _finished.Remove(pod.Key);
        else _finished[pod.Key] = pod;
    }

    private protected override IEnumerator<Wait> Pass()
    {
        var surplus = _finished.Values
            .OrderBy(pod => pod.Metadata.CreationTimestamp ?? default).ThenBy(pod => pod.Key)
            .Take(_finished.Count - _threshold);
        ApiRequest[] deletions = [.. surplus.Select(pod => new DeleteRequest("Pod", pod.Key, TimeSpan.Zero))];
        yield return new Batch(deletions, static _ => { });
    }
}
