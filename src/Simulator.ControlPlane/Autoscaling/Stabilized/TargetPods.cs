using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>The pods that each autoscaler's target selects, kept as they come.</summary>
internal sealed class TargetPods
{
    private readonly PodIndex<Target> _index = new();

    public void Observe(in WatchEvent change) => _index.Apply(change);

    public void Forget(ObjectKey autoscaler)
    {
        if (_index.TryGetOwner(autoscaler, out var known)) _index.Remove(known!);
    }

    /// <summary>By name.</summary>
    public List<Pod> Of(ObjectKey autoscaler, LabelSelector selector)
    {
        if (!_index.TryGetOwner(autoscaler, out var target) || !target!.Selector.SameAs(selector))
        {
            Forget(autoscaler);
            _index.Add(target = new Target(autoscaler, selector));
        }

        List<Pod> pods = [];
        foreach (var group in target.Classes) pods.AddRange(group.Pods);
        pods.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return pods;
    }

    private sealed class Target(ObjectKey key, LabelSelector selector) : SelectorOwner<Target>(key)
    {
        public PodSelector Selector { get; } = new(selector);

        public override bool Selects(LabelSet labels) => Selector.Matches(labels);
    }
}
