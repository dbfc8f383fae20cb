using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>
/// The API server of a recording of a StatefulSet: pods as each step says they are, with the volumes that they were made with; claims and
/// revisions stay.
/// </summary>
internal sealed class StatefulApi
{
    private readonly Dictionary<string, Pod> _pods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PersistentVolumeClaim> _claims = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ControllerRevision> _revisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);

    /// <summary>What the last sync has done, in order; the claims of one pod by name.</summary>
    public List<object> Actions { get; } = [];

    public List<string> Events { get; } = [];

    /// <summary>What the last sync has written; null if nothing.</summary>
    public PetSetStatus? Status { get; private set; }

    /// <summary>The status was against the rules of the API.</summary>
    public bool WasRefused { get; private set; }

    public IEnumerable<ControllerRevision> Revisions => _revisions.Values;

    /// <summary>Every controller begins anew: whatever it knows is in its objects.</summary>
    public void RunOneSync(JsonElement step, IControlLoop loop, PetSet set)
    {
        Begin(step);
        var now = RecordedText.Now;
        foreach (var value in _revisions.Values.Concat<ApiObject>(_claims.Values).Concat(_pods.Values).Append(set))
        {
            loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), now);
        }

        List<ApiRequest> requests = [];
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests)
            {
                if (request is EventRequest told) Events.Add($"{told.Type} {told.Reason} {told.Message}");
                else loop.Complete(Answer(request), now);
            }
        }
        while (requests.Count > 0);
    }

    private void Begin(JsonElement step)
    {
        (Status, WasRefused) = (null, false);
        Actions.Clear();
        Events.Clear();
        _failing.Clear();
        foreach (var change in step.List("events"))
        {
            var type = change.Text("type");
            if (type == "nextSyncCreateFails") _failing.Add(change.Text("pod"));
            else if (type == "pvcGone") _claims.Remove(change.Text("value"));
            else if (type == "pvcTerminating" && _claims.TryGetValue(change.Text("value"), out var claim))
            {
                _claims[claim.Name] = claim with { Metadata = claim.Metadata with { DeletionTimestamp = RecordedText.Now } };
            }
        }

        var before = _pods.ToDictionary();
        _pods.Clear();
        foreach (var pod in step.List("podsBeforeSync")) _pods.Add(pod.Text("name"), Read(pod, before[pod.Text("name")]));
    }

    private static Pod Read(JsonElement pod, Pod made)
    {
        var name = pod.Text("podNameLabel");
        var labels = made.Metadata.Labels.With(WellKnownLabels.ControllerRevisionHash, pod.Text("revisionLabel"));
        return made with
        {
            Metadata = made.Metadata with
            {
                Labels = name.Length > 0
                    ? labels.With(WellKnownLabels.StatefulSetPodName, name)
                    : labels.Without(WellKnownLabels.StatefulSetPodName),
                DeletionTimestamp = pod.Bool("deleting") ? RecordedText.Now : null,
            },
            Status = new PodStatus
            {
                Phase = RecordedPod.Phase(pod.Text("phase")),
                Ready = new Condition(pod.Bool("ready") ? ConditionStatus.True : ConditionStatus.False, "", null),
            },
        };
    }

    private ApiResponse Answer(ApiRequest request) => request switch
    {
        CreateRequest { Object: PersistentVolumeClaim claim } => Done(request, claim, () =>
        {
            _claims[claim.Name] = claim;
            return new { verb = "createPVC", name = claim.Name };
        }),
        CreateRequest { Object: ControllerRevision revision } => Done(request, revision, () =>
        {
            _revisions[revision.Name] = revision;
            return new { verb = "createRevision", name = revision.Name, revisionNumber = revision.Revision };
        }),
        UpdateRequest { Object: ControllerRevision revision } => Done(request, revision, () =>
        {
            _revisions[revision.Name] = revision;
            return new { verb = "updateRevision", name = revision.Name, revisionNumber = revision.Revision };
        }),
        CreateRequest { Object: Pod pod } => Create(request, pod),
        UpdateRequest { Object: Pod pod } => Done(request, pod, () =>
        {
            _pods[pod.Name] = pod;
            return new { verb = "updatePod", name = pod.Name };
        }),
        DeleteRequest { Kind: "Pod" } delete => Done(request, null, () => Delete(delete.Key.Name)),
        DeleteRequest delete => Done(request, null, () =>
        {
            _revisions.Remove(delete.Key.Name);
            return new { verb = "deleteRevision", name = delete.Key.Name };
        }),
        UpdateStatusRequest { Object: PetSet set } => Write(request, set),
        _ => throw new NotSupportedException(request.ToString()),
    };

    private ApiResponse Done(ApiRequest request, ApiObject? value, Func<object> effect)
    {
        Actions.Add(effect());
        return new ApiResponse(request, ApiResult.Ok, value);
    }

    private ApiResponse Create(ApiRequest request, Pod pod)
    {
        var fails = _failing.Contains(pod.Name);
        Actions.Add(new
        {
            verb = fails ? "createPodFailed" : "createPod",
            name = pod.Name,
            revisionLabel = pod.Metadata.Labels.ValueOrEmpty(WellKnownLabels.ControllerRevisionHash),
            image = pod.Spec.Containers[0].Image,
            identity = new
            {
                hostname = pod.Spec.Hostname,
                labels = pod.Metadata.Labels.ToString(),
                subdomain = pod.Spec.Subdomain,
                volumes = string.Join(',', pod.Spec.Volumes
                    .Select(volume => $"{volume.Name}={(volume.ClaimName is { } claim ? $"pvc:{claim}" : "local")}")
                    .Order(StringComparer.Ordinal)),
            },
        });
        if (fails) return new ApiResponse(request, ApiResult.Forbidden, Reason: "quota");
        _pods[pod.Name] = pod;
        return new ApiResponse(request, ApiResult.Ok, pod);
    }

    /// <summary>A failed pod vanishes at once.</summary>
    private object Delete(string name)
    {
        var pod = _pods[name];
        if (pod.Status.Phase == PodPhase.Failed) _pods.Remove(name);
        else _pods[name] = pod with { Metadata = pod.Metadata with { DeletionTimestamp = RecordedText.Now } };
        return new { verb = "deletePod", name };
    }

    private ApiResponse Write(ApiRequest request, PetSet set)
    {
        var status = Status = set.Status;
        int[] counts = [status.ReadyReplicas, status.CurrentReplicas, status.UpdatedReplicas];
        WasRefused = status.Replicas < 0 || counts.Any(count => count < 0 || count > status.Replicas);
        return new ApiResponse(request, WasRefused ? ApiResult.Invalid : ApiResult.Ok, set);
    }
}
