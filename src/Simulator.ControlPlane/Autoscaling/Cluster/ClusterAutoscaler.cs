using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>
/// The cluster autoscaler of Kubernetes 1.3 (kubernetes/contrib, cluster-autoscaler 0.2.2 and 0.3.0): a loop that looks, every ten
/// seconds, whether a group of machines should grow or a node should go. It waits for each of its calls.
/// </summary>
public sealed class ClusterAutoscaler : ISelectiveLoop
{
    private readonly AutoscalerContext _context;
    private readonly PeriodicRoutine _rounds;
    private readonly AutoscalerRounds _body;
    private Instant _now;

    /// <param name="start">When the process starts, or begins to lead: this counts as a scale-up.</param>
    public ClusterAutoscaler(ClusterAutoscalerOptions options, INodeGroups groups, Instant start, IMapOrder chance)
    {
        _now = start;
        _context = new AutoscalerContext(options, groups, chance);
        _body = new AutoscalerRounds(_context, start);
        _rounds = new PeriodicRoutine(options.ScanInterval, start + options.ScanInterval, _body.Run);
    }

    public string Name => "cluster-autoscaler";

    public IReadOnlyList<string> Watches { get; } = ["Node", "Pod", "PersistentVolumeClaim", "PersistentVolume"];

    public Instant? NextWake => _context.Routines.NextPauseEnd.OrEarlier(_rounds.Next(_now));

    /// <summary>Is shown each round as it begins, and sees in it what it came to as it goes; null = nobody asks.</summary>
    public Action<RoundReport>? Witness
    {
        get => _body.Witness;
        set => _body.Witness = value;
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        SetNow(now);
        _context.Picture.Observe(watchEvent);
    }

    /// <summary>Of a pod only its node, its end, and what the scheduler says of it.</summary>
    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent is not { Type: WatchEventType.Modified, Object: Pod pod, Previous: Pod old }
        || !ReferenceEquals(pod.Spec, old.Spec) || pod.IsFinished != old.IsFinished
        || !ReferenceEquals(pod.Status.Scheduled, old.Status.Scheduled) || pod.Metadata.Uid != old.Metadata.Uid
        || !pod.IsAssigned;

    public void Complete(in ApiResponse response, Instant now)
    {
        SetNow(now);
        _context.Routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        SetNow(now);
        _context.Routines.EndPauses();
        if (_rounds.Next(now) <= now) _rounds.Run(_context.Routines);
    }

    public void TakeRequests(List<ApiRequest> into) => _context.Routines.TakeRequests(into);

    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>.</summary>
    public void TakeNotes(List<AutoscalerNote> into)
    {
        into.AddRange(_context.Notes);
        _context.Notes.Clear();
    }

    private void SetNow(Instant now)
    {
        _now = now;
        _context.Routines.Now = now;
    }
}
