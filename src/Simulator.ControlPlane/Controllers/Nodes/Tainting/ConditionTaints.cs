using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// Keeps the NoSchedule taints of nodes as their conditions ask for, with every change of a node (doNoScheduleTaintingPass).
/// </summary>
internal sealed class ConditionTaints
{
    /// <summary>UpdateWorkerSize</summary>
    private const int WorkerCount = 8;

    private readonly TaintingContext _context;
    private readonly WorkQueue _queue = new();
    private readonly Workers _workers;

    public ConditionTaints(TaintingContext context)
    {
        _context = context;
        _workers = new Workers(WorkerCount, _queue, context.Routines, Sync);
    }

    /// <summary>Most changes of nodes are of something else: they are not worth a sync.</summary>
    public void Observe(Node node)
    {
        if (!IsRight(node)) _queue.Add(node.Key);
    }

    /// <summary>Gives work to idle workers.</summary>
    public void Run() => _workers.Run();

    private IEnumerator<Wait> Sync(ObjectKey key)
    {
        if (_context.Nodes.Find(key.Name) is not { } node) yield break;
        var (wanted, taints) = (WantedBy(node), TaintKeys.On(node));
        var present = taints.Where(TaintKeys.IsByCondition).ToList();
        List<Taint> added = [.. wanted.Where(taint => !TaintKeys.Has(present, taint))];
        List<Taint> removed = [.. present.Where(taint => !TaintKeys.Has(wanted, taint))];
        if (added.Count == 0 && removed.Count == 0) yield break;
        foreach (var wait in TaintSwap.Of(node, added, removed).Run()) yield return wait;
    }

    private static bool IsRight(Node node)
    {
        var (count, taints) = (0, TaintKeys.On(node));
        foreach (var condition in node.Status.Conditions)
        {
            if (TaintKeys.Of(condition) is not { } taint) continue;
            if (!TaintKeys.Has(taints, taint)) return false;
            count++;
        }

        if (node.Spec.Unschedulable && !TaintKeys.Has(taints, TaintKeys.IsUnschedulable)) return false;
        if (node.Spec.Unschedulable) count++;
        foreach (var taint in taints)
        {
            if (TaintKeys.IsByCondition(taint)) count--;
        }

        return count == 0;
    }

    private static List<Taint> WantedBy(Node node)
    {
        List<Taint> wanted = [.. node.Status.Conditions.Select(TaintKeys.Of).OfType<Taint>()];
        if (node.Spec.Unschedulable) wanted.Add(TaintKeys.IsUnschedulable);
        return wanted;
    }
}
