using Simulator.Api;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Commands about one object or node.</summary>
internal static class ObjectOperations
{
    public static IReadOnlyList<string> KindsOf(string command) => command switch
    {
        "delete" or "label" or "annotate" => [.. ObjectNames.Kinds.Append("Node").Order(StringComparer.Ordinal)],
        "scale" => ScaleOperation.Kinds,
        "setImage" => SetImageOperation.Kinds,
        "expose" => ExposeOperation.Kinds,
        "autoscale" => AutoscaleOperation.Kinds,
        "rollingUpdate" => ["ReplicationController"],
        _ => ["Deployment"],
    };

    public static OperationSpec? OnNode(OperationDraft draft, string node) => draft.About?.Command switch
    {
        "cordon" => new CordonOperation(node, Unschedulable: true),
        "uncordon" => new CordonOperation(node, Unschedulable: false),
        "taint" => new TaintOperation(node, draft.Taints.Set, draft.Taints.Removed) { Overwrite = draft.Overwrite },
        "drain" => new DrainOperation(node)
        {
            Force = draft.Force ?? true,
            IgnoreDaemonSets = draft.IgnoreDaemonSets ?? true,
            DeleteLocalData = draft.DeleteLocalData ?? true,
            GracePeriod = draft.GracePeriod,
        },
        _ => null,
    };

    /// <summary>One command for all the nodes; null if there is none.</summary>
    public static OperationSpec? InTurn(OperationDraft draft, IReadOnlyList<string> nodes) =>
        nodes.Count > 0 && OnNode(draft, nodes[0]) is DrainOperation drain ? drain with { Then = [.. nodes.Skip(1)] } : null;

    public static OperationSpec? OnObject(OperationDraft draft, string command, string kind, ObjectKey key) => command switch
    {
        "delete" => new DeleteOperation(kind, key, draft.GracePeriod) { Cascade = draft.Cascade ?? true },
        "label" => new LabelOperation(kind, key, draft.Labels.Set, draft.Labels.Removed) { Overwrite = draft.Overwrite },
        "annotate" =>
            new AnnotateOperation(kind, key, draft.Annotations.Set) { Removed = draft.Annotations.Removed, Overwrite = draft.Overwrite },
        "scale" => new ScaleOperation(kind, key, draft.Replicas ?? 0) { CurrentReplicas = draft.CurrentReplicas },
        "autoscale" =>
            new AutoscaleOperation(kind, key, draft.Max ?? 1) { Min = draft.Min ?? 1, CpuPercent = draft.CpuPercent, Name = draft.Name },
        "expose" =>
            new ExposeOperation(kind, key)
            {
                Name = draft.Name,
                Port = draft.Port,
                TargetPort = draft.TargetPort,
                Protocol = draft.Protocol,
                Type = draft.Type,
            },
        "setImage" => new SetImageOperation(kind, key, draft.Image ?? "", draft.Container),
        "rollingUpdate" => RollingUpdate(draft, key),
        "rollback" => new RollbackOperation(key, draft.Revision),
        "pause" or "resume" => new PauseOperation(key, command == "pause"),
        _ => null,
    };

    private static RollingUpdateOperation RollingUpdate(OperationDraft draft, ObjectKey key)
    {
        var operation = new RollingUpdateOperation(key, draft.Image ?? "") { Container = draft.Container, NewName = draft.Name };
        return operation with { UpdatePeriod = draft.UpdatePeriod ?? operation.UpdatePeriod, Timeout = draft.Timeout ?? operation.Timeout };
    }
}
