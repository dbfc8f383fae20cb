using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Keeps, for each node, since when its bound pods have requested less than the threshold of its capacity, by the commits of the store: the
/// autoscaler looks every ten seconds, so that what lasts for less than two minutes it need not have seen.
/// </summary>
internal sealed class RemovedNodeWasUnneeded(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(RemovedNodeWasUnneeded);

    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(2);

    private readonly bool _isNeeded = cluster.Spec.Autoscaler is not null;
    private readonly Dictionary<string, Load> _loads = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (!_isNeeded || observation.Kind != ObservationKind.GroupShrunk) return;
        var flags = cluster.Spec.Autoscaler!;
        if (observation.Value * 10 <= flags.ScaleDownUnneededTime.Ticks)
        {
            cluster.Break(Name, $"{observation.Subject} was deleted after {TimeSpan.FromMicroseconds(observation.Value)} without need");
        }
        var seen = cluster.Now - flags.ScaleDownUnneededTime + Unseen;
        if (_loads.GetValueOrDefault(observation.Subject)?.LastBusyAfter(seen, cluster.Now) is { } busy)
        {
            cluster.Break(Name, $"{observation.Subject} was deleted, and was above the threshold at {busy:c}");
        }
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (!_isNeeded) return;
        if (commit.Object is Node node && commit.Type != WatchEventType.Deleted) Of(node.Name).SetCapacity(node);
        if (commit.Object is not Pod { IsAssigned: true } pod) return;
        var wasThere = commit.Previous is Pod { IsAssigned: true, IsFinished: false };
        var isThere = commit.Type != WatchEventType.Deleted && !pod.IsFinished;
        if (wasThere == isThere || (commit.Type == WatchEventType.Deleted && pod.IsFinished)) return;
        Of(pod.NodeName).Add(PodFacts.Of(pod.Spec), isThere ? 1 : -1, cluster.Now, cluster.Spec.Autoscaler!.ScaleDownUtilizationThreshold);
    }

    private Load Of(string node)
    {
        if (!_loads.TryGetValue(node, out var load)) _loads.Add(node, load = new Load());
        return load;
    }

    private sealed class Load
    {
        private long _capacityCpu = 1;
        private long _capacityMemory = 1;
        private long _cpu;
        private long _memory;
        private TimeSpan? _busySince;
        private (TimeSpan From, TimeSpan To) _lastBusy = (TimeSpan.MinValue, TimeSpan.MinValue);

        public void SetCapacity(Node node) => (_capacityCpu, _capacityMemory) = (
            Math.Max(1, node.Status.Capacity.MilliValue(ResourceNames.Cpu)), Math.Max(1, node.Status.Capacity.Value(ResourceNames.Memory)));

        public void Add(PodFacts facts, int sign, TimeSpan now, double threshold)
        {
            _cpu += sign * facts.MilliCpu;
            _memory += sign * facts.Memory;
            var isBusy = Math.Max((double)_cpu / _capacityCpu, (double)_memory / _capacityMemory) > threshold;
            if (isBusy) _busySince ??= now;
            else if (_busySince is { } since)
            {
                if (now - since > Unseen) _lastBusy = (since, now);
                _busySince = null;
            }
        }

        /// <summary>The last moment at which it was busy, and had been for long, if that is after another; else null.</summary>
        public TimeSpan? LastBusyAfter(TimeSpan moment, TimeSpan now) =>
            _busySince is { } since && since < moment && now - since > Unseen ? since : _lastBusy.To > moment ? _lastBusy.To : null;
    }
}
