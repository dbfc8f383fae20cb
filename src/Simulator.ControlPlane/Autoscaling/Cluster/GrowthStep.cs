using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Growth;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>Makes one group larger for pods without a place (ScaleUp of scale_up.go).</summary>
internal sealed class GrowthStep(AutoscalerContext context, GroupStep groups, PredicateChecker checker)
{
    public bool HasGrown { get; private set; }

    /// <summary>Ends the round; "" if there is none.</summary>
    public string Error { get; private set; } = "";

    public IEnumerable<Wait> Run(IReadOnlyList<Pod> pods, IReadOnlyList<PicturedNode> listed)
    {
        var templates = new TemplateStep(context);
        foreach (var wait in templates.Ask(listed)) yield return wait;
        Error = templates.Error;
        if (Error.Length > 0) yield break;

        var options = new ExpansionOptions(checker);
        foreach (var group in context.Groups.All.Where(group => !groups.IsUnsettled(group)))
        {
            var call = AutoscalerContext.SizeOf(group);
            yield return call;
            if (call.Size() is { } size) options.Consider(group, size, templates.Of(group), pods);
        }

        Note(options);
        if (Expander.Choose(context.Version, options.Options, context.Chance) is not { } option) TellInVain(options, pods);
        else foreach (var wait in Resize(option, listed.Count)) yield return wait;
    }

    private IEnumerable<Wait> Resize(ExpansionOption option, int nodes)
    {
        var estimate = context.Has(LaterReleases.BinPackingEstimator)
            ? BinPackingEstimator.Estimate(option.Pods, option.Template, checker)
            : BasicEstimator.Estimate(option.Pods, option.Template.Node!);
        var call = AutoscalerContext.SizeOf(option.Group);
        yield return call;
        if (call.Size() is not { } size)
        {
            Error = $"failed to get node group size: {call.Response.Outcome}";
            yield break;
        }

        var wanted = NewSize.Of(context.Version, option.Group, size, estimate, nodes, context.Options.MaxNodesTotal);
        Error = wanted.Error;
        if (Error.Length > 0) yield break;
        var set = new Call(new SetGroupSizeRequest(option.Group.Id, wanted.Size));
        yield return set;
        if (!set.Response.IsOk) Error = $"failed to set the size of {option.Group.Id}: {set.Response.Outcome}";
        else Tell(option, size, wanted.Size);
    }

    private void Tell(ExpansionOption option, int before, int size)
    {
        HasGrown = true;
        context.Notes.Add(new AutoscalerNote(AutoscalerNoteKind.Grew, option.Group.Id, "", size, before));
        if (context.Report is { } report) report.Grew = $"{option.Group.Id} from {before} to {size} for {option.Pods.Count} pods";
        var name = context.Version == AutoscalerVersion.V022 ? "mig" : "group";
        var message = $"pod triggered scale-up, {name}: {option.Group.Id}, sizes (current/new): {before}/{size}";
        foreach (var pod in option.Pods) context.Tell(pod.Key, "TriggeredScaleUp", message);
    }

    private void TellInVain(ExpansionOptions options, IReadOnlyList<Pod> pods)
    {
        foreach (var pod in pods)
        {
            if (!options.NotHelped.Contains(pod.Key)) continue;
            context.Tell(pod.Key, "NotTriggerScaleUp", "pod didn't trigger scale-up (it wouldn't fit if a new node is added)");
        }
    }

    private void Note(ExpansionOptions options)
    {
        if (context.Report is not { } report) return;
        foreach (var (group, refusal) in options.Refusals) report.Refusals[group] = refusal;
        report.Options.AddRange(options.Options.Select(option => (option.Group.Id, option.Pods.Count)));
    }
}
