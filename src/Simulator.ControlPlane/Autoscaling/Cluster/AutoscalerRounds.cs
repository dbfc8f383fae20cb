using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Growth;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>One round after the other, and what is remembered between them (the loop of cluster_autoscaler.go).</summary>
internal sealed class AutoscalerRounds(AutoscalerContext context, Instant start)
{
    private readonly ShrinkingStep _shrinking = new(context, start);
    private readonly PodResets _resets = new(context);
    private string _rests = "";

    public Action<RoundReport>? Witness { get; set; }

    private ClusterAutoscalerOptions Options => context.Options;

    public IEnumerator<Wait> Run()
    {
        var report = context.Report = Witness is null ? null : new RoundReport { StartedAt = context.Now };
        if (report is not null) Witness?.Invoke(report);
        var why = "";
        foreach (var wait in Round(text => why = text)) yield return wait;
        if (report is not null) report.EndedAt = context.Now;
        if (why == _rests) yield break;
        _rests = why;
        context.Notes.Add(new AutoscalerNote(AutoscalerNoteKind.Rests, "", why));
    }

    /// <param name="drop">Told why the round ends before its time.</param>
    private IEnumerable<Wait> Round(Action<string> drop)
    {
        var listed = context.Picture.Listed;
        if (context.Report is { } report) report.Nodes = listed.Count;
        if (listed.Count == 0)
        {
            Drop("No nodes in the cluster", drop);
            yield break;
        }

        var groups = new GroupStep(context);
        foreach (var wait in groups.Check()) yield return wait;
        if (groups.Problem.Length > 0)
        {
            Drop(groups.Problem, drop);
            yield break;
        }

        if (context.NeedsListingOrder) listed = context.Shuffled(listed);
        foreach (var wait in _resets.Run(listed)) yield return wait;
        var checker = PredicateChecker.Default(context.Picture.State);
        var helpless = Options.VerifyUnschedulablePods ? SchedulablePods.FilterOut(_resets.ToHelp, listed, checker) : _resets.ToHelp;
        var isAnySchedulable = helpless.Count != _resets.ToHelp.Count;
        if (context.Report is { } seen) seen.Schedulable = _resets.ToHelp.Count - helpless.Count;

        if (helpless.Count > 0 && !IsAtLimit(listed.Count))
        {
            var growth = new GrowthStep(context, groups, checker);
            foreach (var wait in growth.Run(helpless, listed)) yield return wait;
            if (growth.HasGrown) _shrinking.GrewAt(context.Now);
            if (growth.Error.Length > 0) Drop(growth.Error, drop);
            if (growth.HasGrown || growth.Error.Length > 0) yield break;
        }

        if (!Options.ScaleDownEnabled) yield break;
        foreach (var wait in _shrinking.Run(listed, groups, checker, isAnySchedulable)) yield return wait;
    }

    private bool IsAtLimit(int nodes) =>
        context.Version == AutoscalerVersion.V030 && Options.MaxNodesTotal > 0 && nodes >= Options.MaxNodesTotal;

    private void Drop(string why, Action<string> drop)
    {
        drop(why);
        if (context.Report is { } report) report.Dropped = why;
    }
}
