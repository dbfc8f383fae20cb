using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations;

/// <summary>
/// Brings an object to so many replicas and waits until it has them (pkg/kubectl/scale.go; pkg/client/unversioned/conditions.go).
/// </summary>
internal sealed class Scaler(Kubectl kubectl, Outcome outcome)
{
    /// <summary>
    /// Tries every second, if nothing else is said, and first after one: an update that fails is tried again unless it is invalid.
    /// </summary>
    /// <param name="current">Only if the object has so many; null = whatever it has.</param>
    public IEnumerable<Event> Scale(string kind, ObjectKey key, int replicas, int? current = null, Patience? patience = null)
    {
        var poll = new Poll(kubectl, outcome);
        return poll.Until(patience ?? Patience.Usual, () => ScaleOnce(kind, key, replicas, current, poll));
    }

    /// <summary>Waits until the status says what the object asks for.</summary>
    public IEnumerable<Event> Wait(string kind, ObjectKey key, Patience patience)
    {
        var read = kubectl.Call(new GetRequest(kind, key));
        yield return read;
        if (!outcome.Took(read, out var first)) yield break;
        var poll = new Poll(kubectl, outcome);
        foreach (var step in poll.Until(patience, () => Look(first.Object!, poll))) yield return step;
    }

    private IEnumerable<Event> ScaleOnce(string kind, ObjectKey key, int replicas, int? current, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(kind, key));
        yield return read;
        if (Kubectl.AnswerTo(read) is not { IsOk: true, Object: { } stored })
        {
            Fail(Kubectl.AnswerTo(read), "Unknown");
            yield break;
        }

        if (current is { } expected && ReplicasOf(stored) is var actual && actual != expected)
        {
            outcome.Fail($"error: Expected {(kind == "Job" ? "parallelism" : "replicas")} to be {expected}, was {actual}");
            yield break;
        }

        var write = kubectl.Call(new UpdateRequest(WithReplicas(stored, replicas)!));
        yield return write;
        var written = Kubectl.AnswerTo(write);
        if (written.IsOk) poll.Met();
        else if (written.Result == ApiResult.Invalid) Fail(written, $"{stored.Metadata.ResourceVersion}");
    }

    private IEnumerable<Event> Look(ApiObject first, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(first.Kind, first.Key));
        yield return read;
        if (outcome.Took(read, out var answer) && HasAsAsked(answer.Object!, first.Metadata.Generation)) poll.Met();
    }

    private void Fail(in ApiResponse response, string version) =>
        outcome.Fail($"error: Scaling the resource failed with: {KubectlWords.Message(response, kubectl.Cluster)}; Current resource "
            + $"version {version}");

    /// <summary>Null for kinds that have no number of replicas.</summary>
    public static ApiObject? WithReplicas(ApiObject stored, int replicas) => stored switch
    {
        Deployment deployment => deployment with { Replicas = replicas },
        ReplicaController controller => controller with { Replicas = replicas },
        PetSet set => set with { Replicas = replicas },
        Job job => job with { Parallelism = replicas },
        _ => null,
    };

    public static int ReplicasOf(ApiObject stored) => stored switch
    {
        Deployment deployment => deployment.Replicas,
        ReplicaController controller => controller.Replicas,
        PetSet set => set.Replicas,
        Job job => job.Parallelism,
        _ => 0,
    };

    /// <summary>A status that has not seen the generation yet says nothing; a Job's is believed at once.</summary>
    private static bool HasAsAsked(ApiObject stored, long generation) => stored switch
    {
        ReplicaController { Status: var status } controller =>
            status.ObservedGeneration >= generation && status.Replicas == controller.Replicas,
        Deployment { Status: var status } deployment =>
            status.ObservedGeneration >= generation && status.UpdatedReplicas == deployment.Replicas,
        Job { Status: var status } job => status.Active == job.Parallelism || job.Completions - status.Active - status.Succeeded == 0,
        _ => true,
    };
}
