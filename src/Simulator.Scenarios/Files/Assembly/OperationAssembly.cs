using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Makes users' commands complete: objects by kind and name, nodes that exist, manifests read.</summary>
internal sealed class OperationAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration, PlacedObjects placedObjects)
{
    private readonly ClusterChoice _choice = new(clusters);

    private readonly HashSet<(string Cluster, string Kind, ObjectKey Key)> _applied = [];

    public IReadOnlyList<OperationSpec> Assemble(IReadOnlyList<Placed<OperationDraft>> operations) =>
        [.. operations.OrderBy(placed => placed.Value.Latest).SelectMany(placed => Assemble(placed).Select(operation => operation with { After = placed.Value.After }))];

    private IEnumerable<OperationSpec> Assemble(Placed<OperationDraft> placed)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (duration > TimeSpan.Zero && draft.At >= duration) fields.ErrorAt("at", $"{GoDuration.Format(draft.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        if (_choice.Of(draft.Cluster, fields) is not { } cluster) return [];
        if (draft.About is not { } about) return Apply(draft, fields, cluster) is { } applied ? [applied] : [];
        return about.Command is "cordon" or "uncordon" or "drain" ? OnNodes(draft, about.Command, about.Cursor, cluster) : OnObject(draft, about.Command, about.Cursor, cluster) is { } operation ? [operation] : [];
    }

    private ApplyOperation? Apply(OperationDraft draft, FieldReader fields, ClusterSpec cluster)
    {
        var reader = new ManifestReader(fields.Context.Diagnostics);
        var paths = draft.Apply.Select(cursor => cursor.RelatedPath()).OfType<string>().ToList();
        foreach (var path in paths) reader.Survey(path);
        var objects = paths.SelectMany(reader.ReadPath).Where(value => !UnsimulatedKinds.Take(value, reader.PlaceOf(value) ?? fields.Node, fields.Context.Diagnostics)).Select(Creation.Of).ToList();
        foreach (var value in objects)
        {
            _applied.Add((cluster.Name, value.Kind, value.Key));
            placedObjects.Take(cluster.Name, value, reader.PlaceOf(value) ?? fields.Node);
        }

        return objects.Count == 0 ? null : new ApplyOperation(objects) { At = draft.At, Cluster = cluster.Name };
    }

    /// <summary>One command for each node.</summary>
    private static IEnumerable<OperationSpec> OnNodes(OperationDraft draft, string command, SourceCursor cursor, ClusterSpec cluster)
    {
        IReadOnlyList<string> known = [.. NodeFactory.NodesOf(cluster).Select(placed => placed.Node.Name)];
        IReadOnlyList<string> nodes = cursor.Node is SourceScalar { Text: not TargetText.All } ? [cursor.Text()!] : cursor.ReadNodes() is { Scope: PlaceScope.Node } place ? place.Names : known;
        OutageTargetCheck.CheckNames(cursor, "node", nodes, known);
        return nodes.Select(node => OnNode(draft, command, node, cluster));
    }

    private static OperationSpec OnNode(OperationDraft draft, string command, string node, ClusterSpec cluster) => command == "drain"
        ? new DrainOperation(node) { At = draft.At, Cluster = cluster.Name }
        : new CordonOperation(node, command == "cordon") { At = draft.At, Cluster = cluster.Name };

    private OperationSpec? OnObject(OperationDraft draft, string command, SourceCursor cursor, ClusterSpec cluster)
    {
        if (ObjectNames.Read(cursor, KindsOf(command)) is not var (kind, name)) return null;
        var key = new ObjectKey(kind == "PersistentVolume" ? "" : draft.Namespace, name);
        if (!IsThere(draft, cluster, kind, key))
        {
            cursor.Error($"no {kind} {key} at that time: neither a workload of cluster '{cluster.Name}' nor an operation before has it");
            return null;
        }

        return command switch
        {
            "delete" => new DeleteOperation(kind, key, draft.GracePeriod) { Cascade = draft.Cascade ?? true, At = draft.At, Cluster = cluster.Name },
            "annotate" => new AnnotateOperation(kind, key, draft.Annotations) { At = draft.At, Cluster = cluster.Name },
            "scale" => new ScaleOperation(kind, key, draft.Replicas ?? 0) { CurrentReplicas = draft.CurrentReplicas, At = draft.At, Cluster = cluster.Name },
            "setImage" => new SetImageOperation(kind, key, draft.Image ?? "", draft.Container) { At = draft.At, Cluster = cluster.Name },
            "rollback" => new RollbackOperation(key, draft.Revision) { At = draft.At, Cluster = cluster.Name },
            "pause" or "resume" => new PauseOperation(key, command == "pause") { At = draft.At, Cluster = cluster.Name },
            _ => null,
        };
    }

    private static IReadOnlyList<string> KindsOf(string command) => command switch
    {
        "delete" or "annotate" => ObjectNames.Kinds,
        "scale" => ScaleOperation.Kinds,
        "setImage" => SetImageOperation.Kinds,
        _ => ["Deployment"],
    };

    /// <summary>Pods of controllers, claims of PetSets and volumes that are made for claims get their names in the run, so any name may be right.</summary>
    private bool IsThere(OperationDraft draft, ClusterSpec cluster, string kind, ObjectKey key) =>
        kind is "Pod" or "PersistentVolumeClaim" or "PersistentVolume" || _applied.Contains((cluster.Name, kind, key))
        || cluster.Workloads.Any(workload => workload.At <= draft.Latest && workload.Objects.Any(value => value.Kind == kind && value.Key == key));
}
