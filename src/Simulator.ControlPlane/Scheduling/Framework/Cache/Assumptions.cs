using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Pods that count on their node before any watch has shown them there (AssumePod of internal/cache, 1.20).</summary>
public sealed class Assumptions(NodeCache cache)
{
    /// <summary>How long an assumption lives after its binding has finished.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>The janitor comes by so often.</summary>
    private static readonly TimeSpan JanitorPeriod = TimeSpan.FromSeconds(1);

    /// <summary>With the moment when each is given up; null as long as its binding goes on.</summary>
    private readonly Dictionary<ObjectKey, (Pod Pod, Instant? Until)> _pods = [];

    /// <summary>In the order in which their bindings finished; some are no longer assumed.</summary>
    private readonly Queue<(ObjectKey Pod, Instant Until)> _ends = [];

    /// <summary>When the janitor finds something to give up; null if it never will.</summary>
    public Instant? NextVisit => NextEnd is { } end ? new Instant(((end.Ticks / JanitorPeriod.Ticks) + 1) * JanitorPeriod.Ticks) : null;

    /// <summary>When the first one is given up; null if none will be.</summary>
    public Instant? NextEnd
    {
        get
        {
            while (_ends.TryPeek(out var next))
            {
                if (_pods.TryGetValue(next.Pod, out var entry) && entry.Until == next.Until) return next.Until;
                _ends.Dequeue();
            }

            return null;
        }
    }

    public bool Contains(ObjectKey pod) => _pods.ContainsKey(pod);

    public void Add(Pod bound)
    {
        _pods[bound.Key] = (bound, null);
        cache.Set(bound);
    }

    public void BindingFinished(ObjectKey pod, Instant now)
    {
        if (!_pods.TryGetValue(pod, out var entry)) return;
        _pods[pod] = (entry.Pod, now + Lifetime);
        _ends.Enqueue((pod, now + Lifetime));
    }

    /// <summary>Its binding has failed: it counts nowhere.</summary>
    public void Forget(ObjectKey pod)
    {
        if (_pods.Remove(pod)) cache.Remove(pod);
    }

    /// <summary>A watch has shown it bound. On the same node the object stays as it was assumed, until the next update.</summary>
    public void Confirm(Pod bound)
    {
        if (!_pods.Remove(bound.Key, out var entry) || entry.Pod.NodeName != bound.NodeName) cache.Set(bound);
    }

    /// <summary>Those whose time is over; they count nowhere from now on.</summary>
    public IReadOnlyList<Pod> Expire(Instant now)
    {
        List<Pod> over = [];
        while (NextEnd < now)
        {
            var pod = _pods[_ends.Dequeue().Pod].Pod;
            over.Add(pod);
            Forget(pod.Key);
        }

        return over;
    }
}
