using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>The API server of a PetSet recording: its pods, as each step says they are, and its claims, which stay.</summary>
internal sealed class PetSetApi(bool deletesGracefully)
{
    private const string Tampered = "tampered";

    private readonly Dictionary<string, Pod> _pods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);
    private Instant _created;

    /// <summary>What the sync of the present step has done, in order.</summary>
    public List<string> Actions { get; } = [];

    public Pod Pod(string name) => _pods[name];

    /// <summary>
    /// Takes the state before the sync; the volumes and names of a pod are those that it was made with, unless somebody tampers with them.
    /// </summary>
    public void Begin(JsonElement step, int number)
    {
        Actions.Clear();
        _created = Instant.FromSeconds(1000 + (10 * number));
        var before = _pods.ToDictionary();
        _pods.Clear();
        foreach (var pod in step.List("podsBeforeSync")) _pods.Add(pod.Text("name"), Read(pod, before[pod.Text("name")]));
        _failing.Clear();
        foreach (var change in step.List("events"))
        {
            if (change.Text("type") == "nextSyncCreateFails") _failing.Add(change.Text("pod"));
            if (change.Text("type") == "hostnameTampered" && _pods.TryGetValue(change.Text("pod"), out var pod))
            {
                _pods[pod.Name] = WithHostname(pod, Tampered);
            }
        }
    }

    /// <summary>Answers up to the end of the sync; what the next one asks stays unanswered.</summary>
    public void RunOneSync(IControlLoop loop, PetSet set)
    {
        loop.Deliver(new WatchEvent(WatchEventType.Added, set with { Status = new PetSetStatus { Replicas = -1 } }, null), OneSync.Now);
        var isOver = false;
        while (!isOver)
        {
            List<ApiRequest> requests = [];
            loop.TakeRequests(requests);
            foreach (var request in requests.Where(request => request is not EventRequest))
            {
                loop.Complete(Answer(request), OneSync.Now);
                isOver = request is UpdateStatusRequest;
            }
        }
    }

    private ApiResponse Answer(ApiRequest request) => request switch
    {
        GetRequest { Kind: "Pod" } get => Found(request, _pods.GetValueOrDefault(get.Key.Name)),
        GetRequest { Kind: "PersistentVolumeClaim" } get =>
            Found(request, _claims.Contains(get.Key.Name) ? new PersistentVolumeClaim() : null),
        CreateRequest { Object: PersistentVolumeClaim claim } => Done(request, "createPVC", claim.Name, () => _claims.Add(claim.Name)),
        CreateRequest { Object: Pod pod } when _failing.Contains(pod.Name) =>
            Done(request, "createPodFailed", pod.Name, static () => { }) with { Result = ApiResult.Forbidden },
        CreateRequest { Object: Pod pod } =>
            Done(
                request, "createPod", pod.Name,
                () => _pods[pod.Name] = pod with { Metadata = pod.Metadata with { CreationTimestamp = _created } }),
        UpdateRequest { Object: Pod pod } => Done(request, "updatePod", pod.Name, () => _pods[pod.Name] = pod),
        DeleteRequest deletion => Done(request, "deletePod", deletion.Key.Name, () => Delete(deletion.Key.Name)),
        UpdateStatusRequest => new ApiResponse(request, ApiResult.Ok),
        _ => throw new NotSupportedException(request.ToString()),
    };

    private ApiResponse Done(ApiRequest request, string verb, string name, Action effect)
    {
        Actions.Add($"{verb} {name}");
        effect();
        return new ApiResponse(request, ApiResult.Ok);
    }

    private void Delete(string name)
    {
        if (deletesGracefully)
        {
            _pods[name] = _pods[name] with { Metadata = _pods[name].Metadata with { DeletionTimestamp = Instant.Start } };
        }
        else _pods.Remove(name);
    }

    private static ApiResponse Found(ApiRequest request, ApiObject? value) =>
        new(request, value is null ? ApiResult.NotFound : ApiResult.Ok, value);

    private static Pod Read(JsonElement pod, Pod made)
    {
        var initialized = pod.Text("initializedAnnotation");
        var annotations = initialized == "<absent>"
            ? made.Metadata.Annotations.Without(WellKnownAnnotations.PetInitialized)
            : made.Metadata.Annotations.With(WellKnownAnnotations.PetInitialized, initialized);
        return made with
        {
            Metadata = made.Metadata with
            {
                Annotations = annotations,
                CreationTimestamp = pod.SecondOrNull("createdAtSec"),
                DeletionTimestamp = pod.Bool("deleting") ? Instant.Start : null,
            },
            Status = new PodStatus
            {
                Phase = Enum.Parse<PodPhase>(pod.Text("phase")),
                Ready = new Condition(pod.Bool("ready") ? ConditionStatus.True : ConditionStatus.False, "", null),
            },
        };
    }

    private static Pod WithHostname(Pod pod, string hostname) =>
        pod with
        {
            Metadata = pod.Metadata with { Annotations = pod.Metadata.Annotations.With(WellKnownAnnotations.PodHostname, hostname) },
        };
}
