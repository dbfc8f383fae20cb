using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>The writes of a plan, one after the other; the first that fails is the last (finalize).</summary>
internal sealed class SliceCalls(SliceBook slices)
{
    public IEnumerable<Wait> Write(SlicePlan plan, SliceOutcome outcome)
    {
        foreach (var slice in plan.Creations)
        {
            var call = new Call(new CreateRequest(slice));
            yield return call;
            if (outcome.IsFailure(call.Response, $"failed to create EndpointSlice for Service {ServiceOf(slice)}")) yield break;
            slices.NoteWritten((EndpointSlice)call.Response.Object!);
        }

        foreach (var slice in plan.Updates)
        {
            var call = new Call(new UpdateRequest(slice));
            yield return call;
            if (outcome.IsFailure(call.Response, $"failed to update {slice.Name} EndpointSlice for Service {ServiceOf(slice)}"))
            {
                yield break;
            }
            slices.NoteWritten((EndpointSlice)call.Response.Object!);
        }

        foreach (var slice in plan.Deletions)
        {
            var call = new Call(new DeleteRequest(slice.Kind, slice.Key));
            yield return call;
            if (outcome.IsFailure(call.Response, $"failed to delete {slice.Name} EndpointSlice for Service {ServiceOf(slice)}"))
            {
                yield break;
            }
            slices.NoteDeleted(slice);
        }
    }

    private static string ServiceOf(EndpointSlice slice) => $"{slice.Namespace}/{slice.ServiceName}";
}

/// <summary>What became of the writes.</summary>
internal sealed class SliceOutcome
{
    /// <summary>Null: all were done.</summary>
    public string? Failure { get; private set; }

    public bool IsFailure(in ApiResponse response, string what)
    {
        if (!response.IsOk) Failure = response.Reason is { Length: > 0 } reason ? $"{what}: {reason}" : what;
        return Failure is not null;
    }
}
