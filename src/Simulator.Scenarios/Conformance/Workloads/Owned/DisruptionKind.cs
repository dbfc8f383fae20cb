using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Disruptions;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One sync of a disruption budget.</summary>
public sealed class DisruptionKind : IConformanceKind
{
    private static readonly string[] Looked = ["ReplicationController", "ReplicaSet", "Deployment", "PetSet"];

    public string Kind => "disruption-1.20";

    public string? Difference(JsonElement recording)
    {
        var controller = new DisruptionController(new DisruptionOptions(), RecordedText.Now);
        var budget = RecordedBudget.Read(
            "pdb", recording.GetProperty("spec"), recording.GetProperty("statusBefore"), recording.Int("generation"));
        var owners = recording.List("controllers").ToList();
        var api = new RecordedApi(recording, request => request is GetScaleRequest get ? ScaleOf(get, owners, recording) : null);
        var shown = owners.Where(owner => Looked.Contains(KindOf(owner, "kind"))).Select(ReadOwner);
        api.Run(controller, [.. shown, .. recording.List("pods").Select(ReadPod), budget]);
        var status = api.Calls.OfType<UpdateStatusRequest>()
            .Select(update => ((PodDisruptionBudget)update.Object).Status)
            .SingleOrDefault();
        return RecordedText.FirstDifference(
            ("status", RecordedText.Of(status is null ? null : RecordedBudget.Write(status)),
                RecordedText.OfField(recording, "expectedStatusUpdate")),
            ("events", RecordedText.Lines(api.Events), RecordedText.Lines(recording.Texts("expectedEvents"))),
            ("comes again after", $"{controller.LastSync!.Later.FirstOrDefault().TotalSeconds}",
                $"{recording.NumberOrNull("expectedRecheckAfterSec") ?? 0}"),
            ("fails safe", $"{api.Events.Exists(told => told.Contains("CalculateExpectedPodCountFailed"))}",
                $"{recording.Bool("expectedFailSafe")}"));
    }

    /// <summary>A Job is a kind without scale; of kinds that nobody knows the client's own mapping says so.</summary>
    private static ApiResponse ScaleOf(GetScaleRequest get, List<JsonElement> owners, JsonElement recording)
    {
        var owner = owners.Find(owner => KindOf(owner, "kind") == get.Kind && owner.Text("name") == get.Key.Name);
        if (get.Kind != "Job" && owner.ValueKind == JsonValueKind.Object)
        {
            var scale = new Scale { Metadata = new ObjectMeta { Uid = owner.Text("uid") }, Replicas = owner.Int("replicas") };
            return new ApiResponse(get, ApiResult.Ok, scale);
        }

        if (get.Kind != "Unknown") return new ApiResponse(get, ApiResult.NotFound);
        var version = recording.List("pods").First(pod => pod.Text("controllerKind") == get.Kind).Text("controllerApiVersion");
        return new ApiResponse(get, ApiResult.Invalid, Reason: $"no matches for kind \"{get.Kind}\" in version \"{version}\"");
    }

    /// <summary>A StatefulSet is a PetSet here.</summary>
    private static string KindOf(JsonElement element, string field) =>
        element.Text(field) is "StatefulSet" ? "PetSet" : element.Text(field);

    private static ApiObject ReadOwner(JsonElement owner)
    {
        var metadata = new ObjectMeta
        {
            Name = owner.Text("name"),
            Namespace = RecordedPod.Namespace,
            Uid = owner.Text("uid"),
            OwnerReferences = owner.TryGetProperty("ownerUid", out var uid)
                ? RecordedPod.Owner(uid.GetString()!, owner.Text("ownerKind"), owner.Text("ownerName"))
                : null,
        };
        var replicas = owner.Int("replicas");
        return owner.Text("kind") switch
        {
            "ReplicationController" => new ReplicationController { Metadata = metadata, Replicas = replicas },
            "ReplicaSet" => new ReplicaSet { Metadata = metadata, Replicas = replicas },
            "Deployment" => new Deployment { Metadata = metadata, Replicas = replicas },
            _ => new PetSet { Metadata = metadata, Replicas = replicas },
        };
    }

    private static Pod ReadPod(JsonElement pod)
    {
        var read = RecordedPod.Read(pod, LabelSet.Of(("app", pod.Text("app"))));
        var owner = pod.Text("controllerUid");
        return read with
        {
            Metadata = read.Metadata with
            {
                OwnerReferences = RecordedPod.Owner(owner, KindOf(pod, "controllerKind"), pod.Text("controllerName")),
            },
        };
    }
}
