using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Autoscaling.Cluster.Removal;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>Keeps since when nodes have been unneeded, and lets one go when it may (the second half of a round).</summary>
internal sealed class ShrinkingStep(AutoscalerContext context, Instant start)
{
    private readonly Rehousing _rehousing = new(context.Picture);
    private readonly UsageTracker _tracker = new();
    private Dictionary<string, Instant> _unneeded = new(StringComparer.Ordinal);
    private Dictionary<ObjectKey, string> _hints = [];
    private Instant _lastGrowth = start;
    private Instant _lastFailure = start;

    private ClusterAutoscalerOptions Options => context.Options;

    public void GrewAt(Instant now) => _lastGrowth = now;

    public IEnumerable<Wait> Run(
        IReadOnlyList<PicturedNode> listed, GroupStep groups, PredicateChecker checker, bool isAnySchedulable)
    {
        var waits = WhatItWaitsFor(isAnySchedulable);
        var low = context.Picture.Low(Options.ScaleDownUtilizationThreshold);
        context.Chance.Shuffle(low);
        Find(low, listed, checker);
        if (context.Report is { } report) (report.Unneeded, report.RemovalWaits) = (_unneeded, waits);
        if (waits.Length > 0) yield break;
        _rehousing.Begin(listed, checker, NewOrder());
        var removal = new RemovalStep(context, groups, _rehousing);
        foreach (var wait in removal.Run(low, _unneeded)) yield return wait;
        Settle(removal);
        if (context.Report is { } asked) (asked.Removed, asked.RemovalWaits) = (removal.Node, removal.Error);
    }

    private void Find(IReadOnlyList<PicturedNode> low, IReadOnlyList<PicturedNode> listed, PredicateChecker checker)
    {
        if (context.Version == AutoscalerVersion.V030) _tracker.CleanUp(context.Now - Options.ScaleDownUnneededTime);
        var order = NewOrder();
        var rules = new DrainRules(Options.SkipNodesWithSystemPods, Options.SkipNodesWithLocalStorage);
        var search = new UnneededNodes(rules, Options.ScaleDownUtilizationThreshold) { Reasons = context.Report?.Needed };
        _rehousing.Begin(listed, checker, order);
        _unneeded = search.Find(low, _unneeded, _rehousing, context.Now);
        if (order is HintedOrder hinted) _hints = hinted.NewHints;
    }

    private IPlaceOrder NewOrder() => context.Version == AutoscalerVersion.V022
        ? new ListOrder()
        : new HintedOrder(_hints, _tracker, context.Chance, context.Now);

    /// <summary>"" if a node may go now.</summary>
    private string WhatItWaitsFor(bool isAnySchedulable)
    {
        if (_lastGrowth + Options.ScaleDownDelay > context.Now) return $"scale-down-delay until {_lastGrowth + Options.ScaleDownDelay}";
        if (_lastFailure + Options.ScaleDownTrialInterval > context.Now)
        {
            return $"scale-down-trial-interval until {_lastFailure + Options.ScaleDownTrialInterval}";
        }

        return isAnySchedulable ? "pods that would fit on a node are still to be scheduled" : "";
    }

    /// <summary>
    /// After a removal 0.2.2 forgets all clocks, so that the next is a whole time away; 0.3.0 those of the nodes that had counted on
    /// the same places. A deletion that the cloud refuses is no failed try (its result is an error as well, and not looked at).
    /// </summary>
    private void Settle(RemovalStep removal)
    {
        if (removal.Result == RemovalResult.NoNodeDeleted) _lastFailure = context.Now;
        if (removal.Node.Length > 0 && context.Version == AutoscalerVersion.V030) _tracker.Remove(removal.Node, _unneeded);
        else if (removal.Result == RemovalResult.NodeDeleted) _unneeded = new(StringComparer.Ordinal);
    }
}
