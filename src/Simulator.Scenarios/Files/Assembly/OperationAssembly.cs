using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Makes users' commands complete: objects by kind and name, nodes that exist, manifests read.</summary>
internal sealed class OperationAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration)
{
    private readonly ClusterChoice _choice = new(clusters);

    private readonly KnownObjects _known = new();

    public IReadOnlyList<OperationSpec> Assemble(IReadOnlyList<Placed<OperationDraft>> operations) =>
        [.. operations.OrderBy(placed => placed.Value.At).Select(Assemble).OfType<OperationSpec>()];

    private OperationSpec? Assemble(Placed<OperationDraft> placed)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (duration > TimeSpan.Zero && draft.At >= duration) fields.ErrorAt("at", $"{GoDuration.Format(draft.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        if (_choice.Of(draft.Cluster, fields) is not { } cluster) return null;
        var operation = draft switch
        {
            { Files: { } files } => new FileOperationAssembly(fields.Context.Diagnostics).Assemble(draft, files.Command, files.Paths),
            { About: ("cordon" or "uncordon" or "drain" or "taint", var cursor) } => OnNode(draft, cursor, cluster),
            { About: ({ } command, var cursor) } => OnObject(draft, command, cursor, cluster),
            _ => null,
        };
        if (operation is not null) Note(operation, cluster);
        return operation is null ? null : operation with { At = draft.At, Cluster = cluster.Name };
    }

    private static OperationSpec? OnNode(OperationDraft draft, SourceCursor cursor, ClusterSpec cluster)
    {
        var node = cursor.Text()!;
        return IsNode(cursor, node, cluster) ? ObjectOperations.OnNode(draft, node) : null;
    }

    private static bool IsNode(SourceCursor cursor, string node, ClusterSpec cluster)
    {
        IReadOnlyList<string> nodes = [.. NodeFactory.NodesOf(cluster).Select(placed => placed.Node.Name)];
        if (nodes.Count == 0 || nodes.Contains(node)) return true;
        cursor.Error($"no node '{Wording.Shortened(node)}'{Wording.DidYouMean(node, nodes)}; the first is {nodes[0]}, the last {nodes[^1]}");
        return false;
    }

    private OperationSpec? OnObject(OperationDraft draft, string command, SourceCursor cursor, ClusterSpec cluster)
    {
        if (ObjectNames.Read(cursor, ObjectOperations.KindsOf(command)) is not var (kind, name)) return null;
        var key = new ObjectKey(ObjectNames.IsInNamespace(kind) ? draft.Namespace : "", name);
        var isThere = kind == "Node" ? IsNode(cursor, name, cluster) : _known.Has(cluster, kind, key, draft.At, cursor);
        if (command == "autoscale") cursor.Remark("a HorizontalPodAutoscaler is made and nothing will come of it: autoscalers are not simulated yet");
        return isThere ? ObjectOperations.OnObject(draft, command, kind, key) : null;
    }

    /// <summary>What operations after this one will find.</summary>
    private void Note(OperationSpec operation, ClusterSpec cluster)
    {
        switch (operation)
        {
            case ApplyOperation { Objects: var objects }: AddAll(objects, cluster); break;
            case CreateOperation { Objects: var objects }: AddAll(objects, cluster); break;
            case ReplaceOperation { Force: true, Objects: var objects }: AddAll(objects, cluster); break;
            case ExposeOperation expose: _known.Add(cluster, "Service", new ObjectKey(expose.Key.Namespace, expose.Name ?? expose.Key.Name)); break;
            case AutoscaleOperation autoscale: _known.Add(cluster, "HorizontalPodAutoscaler", new ObjectKey(autoscale.Key.Namespace, autoscale.Name ?? autoscale.Key.Name)); break;
            case RollingUpdateOperation { NewName: { } name } rolling:
                _known.Add(cluster, "ReplicationController", new ObjectKey(rolling.Key.Namespace, name));
                _known.Remove(cluster, "ReplicationController", rolling.Key);
                break;
            case DeleteOperation delete: _known.Remove(cluster, delete.Kind, delete.Key); break;
        }
    }

    private void AddAll(IReadOnlyList<ApiObject> objects, ClusterSpec cluster)
    {
        foreach (var value in objects) _known.Add(cluster, value.Kind, value.Key);
    }
}
