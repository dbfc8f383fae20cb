using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>
/// Creates and deletes pods for a controller, all at once, and tells its events (RealPodControl in controller_utils.go of 1.3.10).
/// </summary>
/// <param name="failed">Called for each refused call, after the event.</param>
internal sealed class PodCalls(RoutineSet routines, Action<ObjectReference, ApiRequest> failed)
{
    public Batch Create(ObjectReference owner, PodTemplate template, int count)
    {
        var pod = ControlledPod.From(template, owner);
        var requests = new ApiRequest[count];
        for (var i = 0; i < count; i++) requests[i] = new CreateRequest(pod);
        return Send(owner, requests);
    }

    public Batch Delete(ObjectReference owner, ReadOnlySpan<Pod> victims)
    {
        var requests = new ApiRequest[victims.Length];
        for (var i = 0; i < victims.Length; i++) requests[i] = new DeleteRequest("Pod", victims[i].Key);
        return Send(owner, requests);
    }

    public Batch Send(ObjectReference owner, IReadOnlyList<ApiRequest> requests) => new(requests, answer => Answered(owner, answer));

    private void Answered(ObjectReference owner, in ApiResponse answer)
    {
        var isCreation = answer.Request is CreateRequest;
        if (!answer.IsOk)
        {
            if (isCreation) Tell(owner, "FailedCreate", $"Error creating: {answer.Outcome}");
            else Tell(owner, "FailedDelete", $"Error deleting: {answer.Outcome}");
            failed(owner, answer.Request);
        }
        else if (isCreation)
        {
            Tell(owner, "SuccessfulCreate", $"Created pod: {answer.Object!.Name}");
        }
        else
        {
            Tell(owner, "SuccessfulDelete", $"Deleted pod: {((DeleteRequest)answer.Request).Key.Name}");
        }
    }

    private void Tell(ObjectReference owner, string reason, string message) =>
        routines.Tell(new EventRequest(reason, owner.Kind, owner.Key, message));
}
