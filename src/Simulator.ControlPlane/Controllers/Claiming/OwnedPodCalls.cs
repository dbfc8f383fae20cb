using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>
/// Creates and deletes pods for a controller and tells its events (RealPodControl and slowStartBatch in controller_utils.go).
/// </summary>
internal sealed class OwnedPodCalls(RoutineSet routines)
{
    /// <summary>
    /// Creations in batches of 1, 2, 4 and so on: after a batch in which one was refused no other begins. What a namespace that goes away
    /// refuses counts as made.
    /// </summary>
    public IEnumerable<Wait> CreateSlowly(ApiObject owner, int count, Func<int, Pod> podOf, PodTally tally)
    {
        var made = 0;
        for (var size = Math.Min(1, count); size > 0 && !tally.HasFailed; size = Math.Min(2 * size, count - made))
        {
            var requests = new ApiRequest[size];
            for (var i = 0; i < size; i++) requests[i] = new CreateRequest(podOf(made + i));
            yield return new Batch(requests, answer => Created(owner, answer, tally));
            made += size;
        }
    }

    public Batch Delete(ApiObject owner, IReadOnlyList<Pod> victims, PodTally tally)
    {
        var requests = new ApiRequest[victims.Count];
        for (var i = 0; i < requests.Length; i++) requests[i] = new DeleteRequest("Pod", victims[i].Key);
        return new Batch(requests, answer => Deleted(owner, answer, tally));
    }

    private void Created(ApiObject owner, in ApiResponse answer, PodTally tally)
    {
        if (answer.IsOk) Tell(owner, EventType.Normal, "SuccessfulCreate", $"Created pod: {answer.Object!.Name}");
        else if (!answer.IsNamespaceTerminating) Tell(owner, EventType.Warning, "FailedCreate", $"Error creating: {answer.Outcome}");
        if (answer.IsOk || answer.IsNamespaceTerminating) tally.Succeeded++;
        else tally.Fail(answer.Outcome);
    }

    /// <summary>A pod that is gone is no failure, and no success.</summary>
    private void Deleted(ApiObject owner, in ApiResponse answer, PodTally tally)
    {
        var pod = ((DeleteRequest)answer.Request).Key;
        if (answer.IsOk)
        {
            Tell(owner, EventType.Normal, "SuccessfulDelete", $"Deleted pod: {pod.Name}");
            return;
        }

        tally.Undeleted.Add(pod);
        if (answer.Result == ApiResult.NotFound) return;
        tally.Refused++;
        Tell(owner, EventType.Warning, "FailedDelete", $"Error deleting: {answer.Outcome}");
        tally.Fail($"unable to delete pods: {answer.Outcome}");
    }

    private void Tell(ApiObject owner, EventType type, string reason, string message) =>
        routines.Tell(new EventRequest(reason, owner.Kind, owner.Key, message) { Type = type });
}

/// <summary>What calls about pods have come to.</summary>
internal sealed class PodTally
{
    /// <summary>Creations that count as made.</summary>
    public int Succeeded { get; set; }

    /// <summary>Those that were not deleted, because they were gone or because it was refused.</summary>
    public List<ObjectKey> Undeleted { get; } = [];

    /// <summary>Deletions of pods that are still there.</summary>
    public int Refused { get; set; }

    /// <summary>The first refusal; null if there was none.</summary>
    public string? Failure { get; private set; }

    public bool HasFailed => Failure is not null;

    public void Fail(string reason) => Failure ??= reason;
}
