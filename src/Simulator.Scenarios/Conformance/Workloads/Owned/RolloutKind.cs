using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Rollouts;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One sync of a Deployment that owns its ReplicaSets: all its calls in order, with annotations and statuses.</summary>
public sealed class RolloutKind : IConformanceKind
{
    private const string NewName = "web-NEW";

    private static readonly LabelSet Labels = LabelSet.Of(("app", "web"));

    public string Kind => "deployment-1.20";

    public string? Difference(JsonElement recording)
    {
        var deployment = ReadDeployment(recording.GetProperty("deployment"));
        var controller = new RolloutController(new RolloutOptions(), RecordedText.Now);
        var fails = recording.TryGetProperty("replicaSetCreateFails", out var failing) && failing.GetBoolean();
        var api = new RecordedApi(recording, request => request switch
        {
            CreateRequest when fails => new ApiResponse(request, ApiResult.Forbidden, Reason: "quota exceeded"),
            CreateRequest create => new ApiResponse(request, ApiResult.Ok, create.Object),
            GetRequest => new ApiResponse(request, ApiResult.Ok, deployment),
            _ => null,
        });
        api.Run(controller, [.. recording.List("replicaSets").Select(Read), .. recording.List("pods").Select(ReadPod), deployment]);
        var result = controller.LastSync!;
        var name = api.Calls.OfType<CreateRequest>().FirstOrDefault()?.Object.Name;
        string Named(string text) => name is null ? text : text.Replace(name, NewName, StringComparison.Ordinal);
        var actions = api.Calls.Select(call => ActionOf(call, fails)).OfType<object>().Select(RecordedText.Of);
        return RecordedText.FirstDifference(
            ("actions", Named(RecordedText.Lines(actions)),
                RecordedText.Lines(recording.List("expectedActions").Select(RecordedText.Of))),
            ("events", Named(RecordedText.Lines(api.Events)), RecordedText.Lines(recording.Texts("expectedEvents"))),
            ("error", $"{result.HasFailed}", $"{recording.Bool("expectedError")}"),
            ("comes again after", $"{result.Later.FirstOrDefault().TotalSeconds}",
                $"{recording.NumberOrNull("expectedRequeueAfterSec") ?? 0}"),
            ("retries", $"{result.WantsRetry}", $"{recording.Bool("expectedRequeueRateLimited")}"));
    }

    private static object? ActionOf(ApiRequest call, bool creationFails) => call switch
    {
        AdoptRequest adopt => new { verb = "adoptReplicaSet", name = adopt.Key.Name },
        ReleaseRequest release => new { verb = "releaseReplicaSet", name = release.Key.Name },
        CreateRequest { Object: ReplicaSet set } => new
        {
            verb = creationFails ? "createReplicaSetFailed" : "createReplicaSet",
            name = set.Name,
            replicas = set.Replicas,
            minReadySeconds = set.MinReadySeconds,
            annotations = Write(set.Metadata.Annotations),
            image = ImageOf(set.Template),
        },
        UpdateRequest { Object: ReplicaSet set } => new
        {
            verb = "updateReplicaSet",
            name = set.Name,
            replicas = set.Replicas,
            minReadySeconds = set.MinReadySeconds,
            annotations = Write(set.Metadata.Annotations),
        },
        UpdateRequest { Object: Deployment deployment } => new
        {
            verb = "updateDeployment",
            annotations = Write(deployment.Metadata.Annotations),
            image = ImageOf(deployment.Template),
        },
        UpdateStatusRequest { Object: Deployment deployment } => new { verb = "updateDeploymentStatus", status = Write(deployment.Status) },
        DeleteRequest delete => new { verb = "deleteReplicaSet", name = delete.Key.Name },
        _ => null,
    };

    private static Dictionary<string, string> Write(LabelSet notes) => notes.ToDictionary(note => note.Key, note => note.Value);

    private static object Write(DeploymentStatus status) => new
    {
        observedGeneration = status.ObservedGeneration,
        replicas = status.Replicas,
        updatedReplicas = status.UpdatedReplicas,
        readyReplicas = status.ReadyReplicas,
        availableReplicas = status.AvailableReplicas,
        unavailableReplicas = status.UnavailableReplicas,
        conditions = RecordedConditions.Write(status.Conditions),
    };

    private static string ImageOf(PodTemplate template) => template.Spec.Containers[0].Image;

    private static PodTemplate TemplateOf(JsonElement of) => new()
    {
        Labels = Labels,
        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = of.Text("image") }] },
    };

    private static Deployment ReadDeployment(JsonElement of) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = "web",
            Namespace = RecordedPod.Namespace,
            Uid = "d",
            Generation = of.Int("generation"),
            Annotations = of.Labels("annotations"),
            DeletionTimestamp = IsDeleting(of) ? RecordedText.Now : null,
        },
        Replicas = of.Int("replicas"),
        Strategy = of.Text("strategy"),
        MaxSurge = Step(of, "maxSurge"),
        MaxUnavailable = Step(of, "maxUnavailable"),
        Paused = of.Bool("paused"),
        RevisionHistoryLimit = (int?)of.NumberOrNull("revisionHistoryLimit"),
        ProgressDeadlineSeconds = (int?)of.NumberOrNull("progressDeadlineSeconds"),
        MinReadySeconds = of.Int("minReadySeconds"),
        Selector = new LabelSelector { MatchLabels = Labels },
        Template = TemplateOf(of),
        Status = ReadStatus(of.GetProperty("status")),
    };

    private static DeploymentStatus ReadStatus(JsonElement status) => new()
    {
        ObservedGeneration = status.IntOr("observedGeneration", 0),
        Replicas = status.IntOr("replicas", 0),
        UpdatedReplicas = status.IntOr("updatedReplicas", 0),
        ReadyReplicas = status.IntOr("readyReplicas", 0),
        AvailableReplicas = status.IntOr("availableReplicas", 0),
        UnavailableReplicas = status.IntOr("unavailableReplicas", 0),
        Conditions = RecordedConditions.Read(status),
    };

    private static ReplicaSet Read(JsonElement of) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = of.Text("name"),
            Namespace = RecordedPod.Namespace,
            Uid = "uid-" + of.Text("name"),
            Labels = of.Bool("labelsMatch") ? Labels : LabelSet.Of(("app", "other")),
            Annotations = of.Labels("annotations"),
            Generation = of.Int("generation"),
            CreationTimestamp = RecordedText.Second(of, "creationSec"),
            DeletionTimestamp = IsDeleting(of) ? RecordedText.Now : null,
            OwnerReferences = of.Bool("owned") ? RecordedPod.Owner("d", "Deployment", "web") : null,
        },
        Replicas = of.Int("specReplicas"),
        MinReadySeconds = of.Int("minReadySeconds"),
        Template = TemplateOf(of),
        Status = new ReplicaStatus
        {
            Replicas = of.GetProperty("status").IntOr("replicas", 0),
            FullyLabeledReplicas = of.GetProperty("status").IntOr("fullyLabeledReplicas", 0),
            ReadyReplicas = of.GetProperty("status").IntOr("readyReplicas", 0),
            AvailableReplicas = of.GetProperty("status").IntOr("availableReplicas", 0),
            ObservedGeneration = of.GetProperty("status").IntOr("observedGeneration", 0),
            Conditions = RecordedConditions.Read(of.GetProperty("status")),
        },
    };

    private static Pod ReadPod(JsonElement of, int number) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"p{number:000}",
            Namespace = RecordedPod.Namespace,
            Labels = Labels,
            OwnerReferences = RecordedPod.Owner("uid-" + of.Text("rs"), "ReplicaSet", of.Text("rs")),
        },
        Status = new PodStatus { Phase = RecordedPod.Phase(of.Text("phase")) },
    };

    private static bool IsDeleting(JsonElement of) => of.TryGetProperty("deleting", out var deleting) && deleting.GetBoolean();

    private static string Step(JsonElement of, string field) =>
        of.TryGetProperty(field, out var step) && step.ValueKind != JsonValueKind.Null ? step.ToString() : "0";
}
