using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// The horizontal autoscaler that looks at several metrics and remembers what it has recommended (pkg/controller/podautoscaler): one
/// worker, each autoscaler again some time after its last pass.
/// </summary>
public sealed class StabilizedAutoscaler : RetryingController, IHorizontalAutoscalers
{
    private readonly SortedDictionary<ObjectKey, HorizontalPodAutoscaler> _autoscalers = [];
    private readonly Dictionary<ObjectKey, AutoscalerMemory> _memories;
    private readonly TargetPods _pods = new();
    private readonly StabilizedOptions _options;
    private readonly HashSet<ObjectKey> _known = [];
    private readonly List<HorizontalNote> _notes = [];
    private Instant _firstPass;

    /// <param name="start">When the process starts.</param>
    /// <param name="memories">What it remembers; nothing in a new process.</param>
    public StabilizedAutoscaler(
        StabilizedOptions options, Instant start, Dictionary<ObjectKey, AutoscalerMemory>? memories = null)
        : base(concurrentSyncs: 1, RetryPace.Usual, start)
    {
        (_options, _memories) = (options, memories ?? []);
        var pass = new StabilizedPass(options, _pods, Routines, _notes.Add);
        SyncBy((key, report) => Pass(key, pass, report));
    }

    public override string Name => "horizontal-pod-autoscaler";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "HorizontalPodAutoscaler"];

    /// <summary>
    /// The process has been there for long: these have their next passes at some moment, and not a whole period from now.
    /// </summary>
    public void Know(IEnumerable<ObjectKey> autoscalers, Instant nextPass)
    {
        _known.UnionWith(autoscalers);
        _firstPass = nextPass;
    }

    public void TakeNotes(List<HorizontalNote> into)
    {
        into.AddRange(_notes);
        _notes.Clear();
    }

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _pods.Observe(change);
        else if (change.Object is HorizontalPodAutoscaler autoscaler)
        {
            if (change.Type == WatchEventType.Deleted) _autoscalers.Remove(autoscaler.Key);
            else _autoscalers[autoscaler.Key] = autoscaler;
            Retries.Add(autoscaler.Key, _known.Remove(autoscaler.Key) ? _firstPass : Routines.Now + _options.SyncPeriod);
        }
    }

    private IEnumerable<Wait> Pass(ObjectKey key, StabilizedPass pass, SyncReport report)
    {
        if (!_autoscalers.TryGetValue(key, out var autoscaler))
        {
            _memories.Remove(key);
            _pods.Forget(key);
            yield break;
        }

        if (!_memories.TryGetValue(key, out var memory)) _memories.Add(key, memory = new AutoscalerMemory());
        var state = new PassState(autoscaler, memory, Routines.Now);
        foreach (var wait in pass.Run(state)) yield return wait;

        // A pass that has failed comes again in its turn, like any other.
        report.ComeAgainAfter(_options.SyncPeriod);
        report.TellsOfFailure = state.HasFailed;
    }
}
