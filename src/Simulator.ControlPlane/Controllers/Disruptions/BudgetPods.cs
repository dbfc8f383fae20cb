using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>Budgets and pods as the watches have shown them.</summary>
internal sealed class BudgetPods
{
    private readonly PodIndex<Budget> _index = new();

    public PodDisruptionBudget? Find(ObjectKey key) => _index.TryGetOwner(key, out var budget) ? budget!.Value : null;

    public void Observe(WatchEventType type, PodDisruptionBudget budget)
    {
        if (_index.TryGetOwner(budget.Key, out var known)) _index.Remove(known!);
        if (type != WatchEventType.Deleted) _index.Add(new Budget(budget));
    }

    /// <returns>The budget that has to be looked at; null for none. Of several the first by name (getPdbForPod takes any).</returns>
    public ObjectKey? ObservePod(in WatchEvent change) => _index.Apply(change).Owners is [var first, ..] ? first.Key : null;

    /// <summary>In name order.</summary>
    public List<Pod> PodsOf(PodDisruptionBudget budget)
    {
        List<Pod> selected = [];
        if (!_index.TryGetOwner(budget.Key, out var entry)) return selected;
        foreach (var pods in entry!.Classes) selected.AddRange(pods.Pods);
        selected.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return selected;
    }

    /// <summary>An empty selector selects nothing.</summary>
    private sealed class Budget(PodDisruptionBudget value) : SelectorOwner<Budget>(value.Key)
    {
        private readonly PodSelector _selector = new(value.Selector);

        public PodDisruptionBudget Value => value;

        public override bool Selects(LabelSet labels) => _selector.Matches(labels);
    }
}
