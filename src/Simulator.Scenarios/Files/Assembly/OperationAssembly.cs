using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Rules;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Makes users' commands complete: objects by kind and name, nodes that exist, manifests read.</summary>
internal sealed class OperationAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration, PlacedObjects placedObjects)
{
    private readonly KnownObjects _known = new();

    /// <summary>What the clocks showed at the start, if the run was served; else moments in stored objects count from 1970.</summary>
    public DateTimeOffset Origin { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Null: there is none.</summary>
    public FederationSpec? Federation { get; init; }

    public IReadOnlyList<OperationSpec> Assemble(IReadOnlyList<Placed<OperationDraft>> operations) =>
        [.. operations.OrderBy(placed => placed.Value.Latest).SelectMany(Assemble)];

    private IEnumerable<OperationSpec> Assemble(Placed<OperationDraft> placed)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (!draft.IsByHand && duration > TimeSpan.Zero && draft.At >= duration)
        {
            fields.ErrorAt("at", $"{GoDuration.Format(draft.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        }
        if (draft.Member is not null) return OfMember(draft, fields);
        if (Choice.Of(draft.Cluster, fields) is not { } cluster) return [];
        var operations = OperationsOf(draft, fields, cluster).OfType<OperationSpec>().ToList();
        foreach (var operation in operations) Note(operation, cluster);
        return operations.Select(operation => operation with
        {
            At = draft.At,
            After = draft.After,
            IsByHand = draft.IsByHand,
            Cluster = cluster.Name,
        });
    }

    /// <summary>The federation's API server is a place, too.</summary>
    private ClusterChoice Choice => new(Federation is null ? clusters : [.. clusters, SiteOf(Federation)]);

    private static ClusterSpec SiteOf(FederationSpec federation) => new()
    {
        Name = FederationSpec.Site,
        Zones = [],
        NodePools = [],
        Workloads = federation.Workloads,
    };

    private IEnumerable<OperationSpec> OfMember(OperationDraft draft, FieldReader fields)
    {
        var (command, member) = draft.Member!.Value;
        if (Federation is null)
        {
            fields.ErrorAt(command, "there is no federation to which a cluster could belong; allowed with the key 'federation'");
        }
        else if (fields.Has("cluster")) fields.ErrorAt("cluster", $"allowed with other commands: {command} is told to the federation");
        else if (new ClusterChoice(clusters).Of(member, fields, command) is { } cluster)
        {
            OperationSpec operation = command == "join" ? new JoinOperation(cluster.Name) : new LeaveOperation(cluster.Name);
            yield return operation with { At = draft.At, After = draft.After, Cluster = FederationSpec.Site };
        }
    }

    private IEnumerable<OperationSpec?> OperationsOf(OperationDraft draft, FieldReader fields, ClusterSpec cluster) => draft switch
    {
        { Files: { } files } =>
            [new FileOperationAssembly(fields.Context.Diagnostics, cluster, placedObjects).Assemble(draft, files.Command, files.Paths)],
        { About: ("drain", var cursor), InTurn: true } => [ObjectOperations.InTurn(draft, NodesOf(cursor, cluster))],
        { Taints.Later: { } later } when cluster.Version.Taints == TaintWay.Annotation =>
            RefuseTaint(fields, $"kubectl of {cluster.Version} does not know '{later}'; allowed are KEY=VALUE:EFFECT with the effect "
                + "NoSchedule or PreferNoSchedule, and KEY-"),
        { About: ("cordon" or "uncordon" or "drain" or "taint", var cursor) } =>
            NodesOf(cursor, cluster).Select(node => ObjectOperations.OnNode(draft, node)),
        { About: ("store", var cursor) } => [StoredObjects.Store(draft, cursor, Origin)],
        { About: ("remove", var cursor) } => [StoredObjects.Remove(draft, cursor)],
        { About: ({ } command, var cursor) } => [OnObject(draft, command, cursor, cluster)],
        _ => [],
    };

    private static IEnumerable<OperationSpec?> RefuseTaint(FieldReader fields, string sentence)
    {
        fields.ErrorAt("taints", sentence);
        return [];
    }

    /// <summary>One command for each node.</summary>
    private static IReadOnlyList<string> NodesOf(SourceCursor cursor, ClusterSpec cluster)
    {
        var known = NodesOf(cluster);
        IReadOnlyList<string> nodes = cursor.Node is SourceScalar { Text: not TargetText.All }
            ? [cursor.Text()!]
            : cursor.ReadNodes() is { Scope: PlaceScope.Node } place
            ? place.Names
            : known;
        OutageTargetCheck.CheckNames(cursor, "node", nodes, known);
        return nodes;
    }

    private static IReadOnlyList<string> NodesOf(ClusterSpec cluster) =>
        [.. ClusterPlaces.NamesOf(PlaceScope.Node, cluster)];

    private OperationSpec? OnObject(OperationDraft draft, string command, SourceCursor cursor, ClusterSpec cluster)
    {
        if (ObjectNames.Read(cursor, ObjectOperations.KindsOf(command)) is not var (kind, name)) return null;
        var key = new ObjectKey(ObjectNames.IsInNamespace(kind) ? draft.Namespace : "", name);
        if (kind == "Node") OutageTargetCheck.CheckNames(cursor, "node", [name], NodesOf(cluster));
        var isThere = kind == "Node" || draft.IsByHand || _known.Has(cluster, kind, key, draft.Latest, cursor);
        return isThere ? ObjectOperations.OnObject(draft, command, kind, key) : null;
    }

    /// <summary>What operations after this one will find.</summary>
    private void Note(OperationSpec operation, ClusterSpec cluster)
    {
        switch (operation)
        {
            case ReplaceOperation { Force: false }: break;
            case StoreOperation { Object: var value }: _known.Add(cluster, value.Kind, value.Key); break;
            case FileOperation files:
                foreach (var value in files.Objects) _known.Add(cluster, value.Kind, value.Key);
                break;
            case ExposeOperation expose:
                _known.Add(
                cluster, "Service", new ObjectKey(expose.Key.Namespace, expose.Name ?? expose.Key.Name)); break;
            case AutoscaleOperation autoscale:
                _known.Add(
                cluster, "HorizontalPodAutoscaler", new ObjectKey(autoscale.Key.Namespace, autoscale.Name ?? autoscale.Key.Name)); break;
            case RollingUpdateOperation { NewName: { } name } rolling:
                _known.Add(cluster, "ReplicationController", new ObjectKey(rolling.Key.Namespace, name));
                _known.Remove(cluster, "ReplicationController", rolling.Key);
                break;
            case DeleteOperation delete: _known.Remove(cluster, delete.Kind, delete.Key); break;
        }
    }
}
