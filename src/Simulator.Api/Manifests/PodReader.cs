using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 Pod.</summary>
internal static class PodReader
{
    /// <summary>Conditions of which the simulated kubelets and schedulers keep what is known themselves.</summary>
    private static readonly string[] Own = ["Ready", "PodScheduled", "Initialized", "ContainersReady"];

    public static Pod Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var place = fields.Optional("metadata");
        return new Pod
        {
            Metadata = metadata,
            Spec = fields.Optional("spec")?.Read(pod => PodSpecReader.Read(pod, place, metadata.Annotations)) ?? new PodSpec(),
            Status = fields.Object("status", ReadStatus) ?? new PodStatus(),
        };
    }

    private static PodStatus ReadStatus(FieldReader fields)
    {
        var conditions = fields.List("conditions", ConditionReader.Read);
        return new PodStatus
        {
            Phase = Enum.TryParse<PodPhase>(fields.Text("phase", nameof(PodPhase.Pending)), out var phase) ? phase : PodPhase.Unknown,
            Ready = ConditionReader.Find(conditions, "Ready"),
            Scheduled = ConditionReader.Find(conditions, "PodScheduled"),
            OtherConditions = [.. conditions.Where(condition => !Own.Contains(condition.Type))],
            PodIP = fields.Text("podIP"),
            StartTime = fields.Optional("startTime")?.Timestamp(),
            Reason = fields.Text("reason"),
            NominatedNodeName = fields.Peek("nominatedNodeName")?.Text() ?? "",
            ContainerRestarts = [.. fields.List("containerStatuses", ReadRestarts).Select(restarts => restarts.Count)],
        };
    }

    private static Restarts ReadRestarts(FieldReader fields) => new(fields.Integer("restartCount"));

    private sealed record Restarts(int Count);
}
