using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Replication;

namespace Simulator.Scenarios.Conformance;

/// <summary>Replication controllers: how many pods are created, which are deleted.</summary>
public sealed class ReplicationKind : IConformanceKind
{
    public string Kind => "rc-manage";

    public string? Difference(JsonElement recording)
    {
        var active = recording.List("pods").Select(ReadPod).Where(pod => pod.IsActive).ToList();
        var replicas = recording.Int("specReplicas");
        var plan = ReplicaPlan.For(active.Count, replicas, recording.Int("burstReplicas"));
        List<string> deletes = [];
        foreach (var victim in plan.Victims(active, replicas)) deletes.Add(victim.Name);
        deletes.Sort(StringComparer.Ordinal);

        if (active.Count != recording.Int("expectedActivePods"))
        {
            return $"{active.Count} active pods, recorded {recording.Int("expectedActivePods")}";
        }
        if (plan.Creates != recording.Int("expectedCreates"))
        {
            return $"{plan.Creates} creations, recorded {recording.Int("expectedCreates")}";
        }
        var expected = recording.Texts("expectedDeletes");
        return deletes.SequenceEqual(expected) ? null : $"deletes {string.Join(" ", deletes)}, recorded {string.Join(" ", expected)}";
    }

    private static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            CreationTimestamp = pod.SecondOrNull("creationSec"),
            DeletionTimestamp = pod.Bool("deleting") ? Instant.Start : null,
        },
        Spec = new PodSpec { NodeName = pod.Bool("assigned") ? "node" : "" },
        Status = new PodStatus
        {
            Phase = Enum.Parse<PodPhase>(pod.Text("phase")),
            Ready = new Condition(
                pod.Bool("ready") ? ConditionStatus.True : ConditionStatus.False, "", pod.SecondOrNull("readyTransitionSec")),
            ContainerRestarts = [.. pod.List("containerRestarts").Select(restarts => restarts.GetInt32())],
        },
    };
}
