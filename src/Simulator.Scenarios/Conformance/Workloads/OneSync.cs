using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>Shows a control loop a state and does what it then asks for, once: no watch tells it of its own writes.</summary>
/// <param name="pods">What LISTs of pods look through.</param>
internal sealed class OneSync(IControlLoop loop, IReadOnlyList<Pod> pods)
{
    public static readonly Instant Now = Instant.FromSeconds(1_000_000);

    /// <summary>All calls but events, in order.</summary>
    public List<ApiRequest> Calls { get; } = [];

    /// <summary>The last object wakes the loop: the others have to come before it.</summary>
    public OneSync Run(params IEnumerable<ApiObject> objects)
    {
        foreach (var value in objects) loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), Now);
        List<ApiRequest> requests = [];
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests.Where(request => request is not EventRequest)) Answer(request);
        }
        while (requests.Count > 0);
        return this;
    }

    private void Answer(ApiRequest request)
    {
        Calls.Add(request);
        loop.Complete(request switch
        {
            ListPodsRequest list =>
                new ApiResponse(request, ApiResult.Ok, Items: [.. pods.Where(pod => list.Selector.Matches(pod.Metadata.Labels))]),
            CreateRequest create =>
                new ApiResponse(request, ApiResult.Ok, create.Object with { Metadata = create.Object.Metadata with { Name = "made" } }),
            UpdateRequest update => new ApiResponse(request, ApiResult.Ok, update.Object),
            UpdateStatusRequest update => new ApiResponse(request, ApiResult.Ok, update.Object),
            _ => new ApiResponse(request, ApiResult.Ok),
        }, Now);
    }
}
