using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>
/// The API server of a recording of one sync: it answers as the recording says, and no watch tells the loop of its own writes.
/// </summary>
/// <param name="answers">What it says beyond that; null = it has nothing to say and all is well.</param>
internal sealed class RecordedApi(JsonElement recording, Func<ApiRequest, ApiResponse?>? answers = null)
{
    private readonly int _createsToSucceed = recording.IntOr("createsSucceedBeforeFailing", -1);
    private readonly Dictionary<string, string> _deleteFails = recording.List("pods")
        .Where(pod => pod.TryGetProperty("deleteFails", out _))
        .ToDictionary(pod => pod.Text("name"), pod => pod.Text("deleteFails"));

    /// <summary>All calls but events, in order.</summary>
    public List<ApiRequest> Calls { get; } = [];

    /// <summary>"Type Reason Message", in order.</summary>
    public List<string> Events { get; } = [];

    public int CreateAttempts { get; private set; }

    public int CreateSuccesses { get; private set; }

    /// <summary>Names in order.</summary>
    public IEnumerable<string> Deletes => Calls.OfType<DeleteRequest>().Select(delete => delete.Key.Name);

    /// <summary>"adopt NAME" and "release NAME", in order.</summary>
    public IEnumerable<string> ClaimPatches => Calls.Select(call => call switch
    {
        AdoptRequest adopt => $"adopt {adopt.Key.Name}",
        ReleaseRequest release => $"release {release.Key.Name}",
        _ => "",
    }).Where(patch => patch.Length > 0);

    /// <summary>The last object wakes the loop: the others have to come before it.</summary>
    public void Run(IControlLoop loop, params IEnumerable<ApiObject> objects)
    {
        foreach (var value in objects) loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), RecordedText.Now);
        AnswerAll(loop, RecordedText.Now);
    }

    public void AnswerAll(IControlLoop loop, Instant now)
    {
        List<ApiRequest> requests = [];
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests) Take(request, loop, now);
        }
        while (requests.Count > 0);
    }

    private void Take(ApiRequest request, IControlLoop loop, Instant now)
    {
        if (request is EventRequest told) Events.Add($"{told.Type} {told.Reason} {told.Message}");
        else
        {
            Calls.Add(request);
            loop.Complete(answers?.Invoke(request) ?? Answer(request), now);
        }
    }

    private ApiResponse Answer(ApiRequest request) => request switch
    {
        CreateRequest create => Create(create),
        DeleteRequest delete => new ApiResponse(request, ResultOf(delete.Key.Name), Reason: ReasonOf(delete.Key.Name)),
        UpdateRequest update => new ApiResponse(request, ApiResult.Ok, update.Object),
        UpdateStatusRequest update => new ApiResponse(request, ApiResult.Ok, update.Object),
        _ => new ApiResponse(request, ApiResult.Ok),
    };

    private ApiResponse Create(CreateRequest request)
    {
        CreateAttempts++;
        if (_createsToSucceed >= 0 && CreateAttempts > _createsToSucceed)
        {
            var isTerminating = recording.TryGetProperty("createFailure", out var failure) && failure.GetString() == "namespaceTerminating";
            return new ApiResponse(request, ApiResult.Forbidden, Reason: "quota") { IsNamespaceTerminating = isTerminating };
        }

        CreateSuccesses++;
        var made = request.Object with { Metadata = request.Object.Metadata with { Name = "new" } };
        return new ApiResponse(request, ApiResult.Ok, made);
    }

    private ApiResult ResultOf(string pod) => _deleteFails.GetValueOrDefault(pod) switch
    {
        null => ApiResult.Ok,
        "notFound" => ApiResult.NotFound,
        _ => ApiResult.Unavailable,
    };

    private string ReasonOf(string pod) => _deleteFails.GetValueOrDefault(pod) == "error" ? "boom" : "";
}
