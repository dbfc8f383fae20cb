using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Autoscaling.Cluster.Removal;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

public enum RemovalResult
{
    /// <summary>No node has been unneeded for long enough, or its group may not shrink.</summary>
    NoUnneeded,

    /// <summary>There are some, and the detailed check refused them all.</summary>
    NoNodeDeleted,

    NodeDeleted,

    Error,
}

/// <summary>Deletes one node that has been unneeded for long (ScaleDown of scale_down.go).</summary>
/// <param name="rehousing">Begun for this phase.</param>
internal sealed class RemovalStep(AutoscalerContext context, GroupStep groups, Rehousing rehousing)
{
    public RemovalResult Result { get; private set; }

    /// <summary>The node that was deleted, or was to be; "" if none.</summary>
    public string Node { get; private set; } = "";

    public string Error { get; private set; } = "";

    public IEnumerable<Wait> Run(IReadOnlyList<PicturedNode> listed, IReadOnlyDictionary<string, Instant> unneeded)
    {
        var candidates = new List<(PicturedNode Node, NodeGroup Group)>();
        foreach (var node in RemovalCandidates.Of(listed, unneeded, context.Options.ScaleDownUnneededTime, context.Now))
        {
            if (context.Groups.Of(node.Name) is not { } group || groups.IsUnsettled(group)) continue;
            var call = AutoscalerContext.SizeOf(group);
            yield return call;
            if (call.Size() is { } size && RemovalCandidates.MayShrink(group, size)) candidates.Add((node, group));
        }

        Result = candidates.Count == 0 ? RemovalResult.NoUnneeded : RemovalResult.NoNodeDeleted;
        foreach (var (node, group) in candidates)
        {
            var pods = new NodePods();
            foreach (var wait in pods.Ask(node.Name)) yield return wait;
            if (pods.Pods is null) continue;
            var moved = DrainRules.PodsToMove(pods.Pods, pods.Exists).ToList();
            if (rehousing.FirstHomeless(node.Name, moved) is not null) continue;
            foreach (var wait in Delete(node.Name, group, moved, unneeded[node.Name])) yield return wait;
            yield break;
        }
    }

    private IEnumerable<Wait> Delete(string node, NodeGroup group, IReadOnlyList<Pod> pods, Instant since)
    {
        Node = node;
        if (context.Has(LaterReleases.DrainBeforeRemoval))
        {
            foreach (var wait in new DrainStep(context).Run(node, pods)) yield return wait;
        }

        var deletion = new Call(new DeleteMachineRequest(group.Id, node));
        yield return deletion;
        Result = deletion.Response.IsOk ? RemovalResult.NodeDeleted : RemovalResult.Error;
        if (!deletion.Response.IsOk) Error = $"failed to delete {node}: {deletion.Response.Outcome}";
        else context.Notes.Add(new AutoscalerNote(AutoscalerNoteKind.Removed, node, group.Id, (context.Now - since).Ticks / 10));
    }
}
