using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>A pod of a recording of a controller that owns its pods by reference.</summary>
internal static class RecordedPod
{
    public const string Namespace = "ns";

    /// <param name="labels">Its labels, where the recording does not spell them out.</param>
    public static Pod Read(JsonElement pod, LabelSet? labels = null) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            Namespace = Namespace,
            Uid = "uid-" + pod.Text("name"),
            Labels = labels ?? pod.Labels("labels"),
            CreationTimestamp = RecordedText.Second(pod, "creationSec"),
            DeletionTimestamp = pod.Bool("deleting") ? RecordedText.Now : null,
            OwnerReferences = OwnersOf(pod),
        },
        Spec = new PodSpec { NodeName = pod.TryGetProperty("node", out var node) ? node.GetString()! : "" },
        Status = new PodStatus
        {
            Phase = Phase(pod.Text("phase")),
            Ready = ReadyOf(pod),
            ContainerRestarts = [.. pod.List("containerRestarts").Select(restarts => restarts.GetInt32())],
        },
    };

    public static PodPhase Phase(string text) => text.Length == 0 ? PodPhase.None : Enum.Parse<PodPhase>(text);

    public static IReadOnlyList<OwnerReference>? Owner(string uid, string kind = "ReplicaSet", string name = "owner") =>
        uid.Length == 0 ? null : [new OwnerReference("apps/v1", kind, name, uid, IsController: true)];

    private static IReadOnlyList<OwnerReference>? OwnersOf(JsonElement pod) =>
        pod.TryGetProperty("ownerUid", out var uid) ? Owner(uid.GetString()!) : null;

    /// <summary>"ready" with a time, or "readyCondition" with the condition's status or "".</summary>
    private static Condition? ReadyOf(JsonElement pod)
    {
        var time = RecordedText.Second(pod, "readyTransitionSec");
        if (pod.TryGetProperty("ready", out var ready))
        {
            return new Condition(ready.GetBoolean() ? ConditionStatus.True : ConditionStatus.False, "", time);
        }

        var status = pod.Text("readyCondition");
        return status.Length == 0 ? null : new Condition(Enum.Parse<ConditionStatus>(status), "", time);
    }
}
