using Simulator.Engine;
using Simulator.World.Operations.Verbs;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations;

/// <summary>kubectl's verbs.</summary>
internal static class VerbTable
{
    public static IEnumerable<Event> Run(OperationSpec operation, Kubectl kubectl, Outcome outcome) => operation switch
    {
        ApplyOperation apply => ApplyVerb.Run(apply, kubectl, outcome),
        CreateOperation create => CreateVerb.Run(create, kubectl, outcome),
        ReplaceOperation replace => ReplaceVerb.Run(replace, kubectl, outcome),
        DeleteOperation delete => DeleteVerb.Run(delete, kubectl, outcome),
        ScaleOperation scale => ScaleVerb.Run(scale, kubectl, outcome),
        AutoscaleOperation autoscale => AutoscaleVerb.Run(autoscale, kubectl, outcome),
        ExposeOperation expose => ExposeVerb.Run(expose, kubectl, outcome),
        SetImageOperation image => SetImageVerb.Run(image, kubectl, outcome),
        RollingUpdateOperation rolling => new RollingUpdateVerb(rolling, kubectl, outcome).Run(),
        PauseOperation pause => PauseVerb.Run(pause, kubectl, outcome),
        RollbackOperation rollback => RollbackVerb.Run(rollback, kubectl, outcome),
        LabelOperation label => LabelVerb.Run(label, kubectl, outcome),
        AnnotateOperation annotate => AnnotateVerb.Run(annotate, kubectl, outcome),
        TaintOperation taint => TaintVerb.Run(taint, kubectl, outcome),
        CordonOperation cordon => CordonVerb.Run(cordon, kubectl, outcome),
        DrainOperation drain => DrainTable.Run(drain, kubectl, outcome),
        JoinOperation join => JoinVerb.Run(join, kubectl, outcome),
        LeaveOperation leave => JoinVerb.Run(leave, kubectl, outcome),
        _ => throw new NotSupportedException($"No verb for {operation.GetType().Name}."),
    };
}
