using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Bind;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Queue;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// Pods that have their node and are being bound: by the scheduler, or by the first extender that binds and is interested
/// (extendersBinding of 1.20), which then writes what the scheduler would write.
/// </summary>
public sealed class PodBindings(IReadOnlyList<NodeExtender> extenders, IDecisionPace pace, List<ApiRequest> outbox)
{
    private readonly DefaultBinder _binder = new();

    private readonly Dictionary<BindRequest, QueuedPod> _sent = new(ReferenceEqualityComparer.Instance);

    private readonly List<(QueuedPod Pod, string Node, Instant Due, bool IsLost)> _asked = [];

    /// <summary>When the next extender has answered, or is given up.</summary>
    public Instant? NextEnd
    {
        get
        {
            Instant? first = null;
            foreach (var asked in _asked) first = first.OrEarlier(asked.Due);
            return first;
        }
    }

    public void Begin(QueuedPod pod, string node, Instant now)
    {
        var binder = extenders.FirstOrDefault(extender => extender.Policy.BindVerb.Length > 0 && extender.Policy.IsInterestedIn(pod.Pod));
        var (call, timeout) = binder is null ? (TimeSpan.Zero, TimeSpan.MaxValue) : (pace.CallOf(binder.Policy), binder.Policy.Timeout);
        if (call == TimeSpan.Zero) Send(pod, node);
        else if (call < timeout) _asked.Add((pod, node, now + call, IsLost: false));
        else _asked.Add((pod, node, now + timeout, IsLost: true));
    }

    /// <summary>Goes on with what extenders have answered; those that have not in time, which are not bound.</summary>
    public IReadOnlyList<QueuedPod> TakeLost(Instant now)
    {
        if (_asked.Count == 0) return [];
        var due = _asked.Where(asked => asked.Due <= now).ToList();
        _asked.RemoveAll(asked => asked.Due <= now);
        foreach (var asked in due.Where(asked => !asked.IsLost)) Send(asked.Pod, asked.Node);
        return [.. due.Where(asked => asked.IsLost).Select(asked => asked.Pod)];
    }

    /// <summary>The pod that was to be bound by a request; null: it is none of these.</summary>
    public QueuedPod? Written(ApiRequest request) => request is BindRequest bind && _sent.Remove(bind, out var pod) ? pod : null;

    private void Send(QueuedPod pod, string node)
    {
        var bind = _binder.Bind(pod.Pod, node);
        _sent.Add(bind, pod);
        outbox.Add(bind);
    }
}
