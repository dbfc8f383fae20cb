using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.StatefulSets;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>The life of a StatefulSet, sync by sync: calls, events, statuses and revisions.</summary>
public sealed class StatefulSetKind : IConformanceKind
{
    public string Kind => "statefulset-1.20";

    public string? Difference(JsonElement recording)
    {
        var (api, number) = (new StatefulApi(), 0);
        foreach (var step in recording.List("steps"))
        {
            var difference = DifferenceOf(step, recording, api);
            if (difference is not null) return $"step {number}: {difference}";
            number++;
        }

        return null;
    }

    private static string? DifferenceOf(JsonElement step, JsonElement recording, StatefulApi api)
    {
        var data = recording.GetProperty("revisionData");
        var set = ReadSet(step, recording, data);
        var controller = new StatefulSetController(
            new StatefulSetOptions(), RecordedText.Now, template => data.GetProperty(template.Spec.Containers[0].Image).GetString()!);
        api.RunOneSync(step, controller, set);
        var revisions = api.Revisions.OrderBy(revision => revision.Revision).Select(revision => new
        {
            name = revision.Name,
            revision = revision.Revision,
            template = revision.Template.Spec.Containers[0].Image,
        });
        var isRefused = step.TryGetProperty("expectedStatusRefused", out var refused) && refused.GetBoolean();
        return RecordedText.FirstDifference(
            ("actions", RecordedText.Lines(api.Actions.Select(RecordedText.Of)),
                RecordedText.Lines(step.List("expectedActions").Select(RecordedText.Of))),
            ("events", RecordedText.Lines(api.Events), RecordedText.Lines(step.Texts("expectedEvents"))),
            ("status", RecordedText.Of(api.Status is null ? null : Write(api.Status)),
                RecordedText.OfField(step, "expectedStatusUpdate")),
            ("refused", $"{api.WasRefused}", $"{isRefused}"),
            ("revisions", RecordedText.Of(revisions), RecordedText.OfField(step, "expectedRevisionsAfter")),
            ("error", $"{controller.LastSync!.HasFailed}", $"{step.Bool("expectedError")}"));
    }

    private static object Write(PetSetStatus status) => new
    {
        observedGeneration = status.ObservedGeneration,
        replicas = status.Replicas,
        readyReplicas = status.ReadyReplicas,
        currentReplicas = status.CurrentReplicas,
        updatedReplicas = status.UpdatedReplicas,
        currentRevision = status.CurrentRevision,
        updateRevision = status.UpdateRevision,
    };

    private static PetSet ReadSet(JsonElement step, JsonElement recording, JsonElement data)
    {
        var (set, status) = (step.GetProperty("set"), step.GetProperty("statusBefore"));
        return new PetSet
        {
            Metadata = new ObjectMeta
            {
                Name = recording.Text("setName"),
                Namespace = RecordedPod.Namespace,
                Uid = "u1",
                Generation = set.Int("generation"),
                DeletionTimestamp = set.TryGetProperty("deleting", out var deleting) && deleting.GetBoolean() ? RecordedText.Now : null,
            },
            Replicas = set.Int("replicas"),
            ServiceName = recording.Text("serviceName"),
            Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "x")) },
            PodManagementPolicy = recording.Text("podManagementPolicy"),
            UpdateStrategy = set.Text("strategy"),
            Partition = (int?)set.NumberOrNull("partition"),
            RevisionHistoryLimit = recording.Int("revisionHistoryLimit"),
            VolumeClaimTemplates = [.. recording.Texts("volumeClaimTemplates").Select(name => new PersistentVolumeClaim
            {
                Metadata = new ObjectMeta { Name = name },
            })],
            Template = ReadTemplate(set.Text("template"), data),
            Status = new PetSetStatus
            {
                ObservedGeneration = status.IntOr("observedGeneration", 0),
                Replicas = status.IntOr("replicas", 0),
                ReadyReplicas = status.IntOr("readyReplicas", 0),
                CurrentReplicas = status.IntOr("currentReplicas", 0),
                UpdatedReplicas = status.IntOr("updatedReplicas", 0),
                CurrentRevision = status.TryGetProperty("currentRevision", out var current) ? current.GetString()! : "",
                UpdateRevision = status.TryGetProperty("updateRevision", out var update) ? update.GetString()! : "",
                CollisionCount = status.IntOr("collisionCount", 0),
            },
        };
    }

    /// <summary>Its volumes stand in the text of its revision.</summary>
    private static PodTemplate ReadTemplate(string image, JsonElement data)
    {
        using var revision = JsonDocument.Parse(data.GetProperty(image).GetString()!);
        var spec = revision.RootElement.GetProperty("spec").GetProperty("template").GetProperty("spec");
        return new PodTemplate
        {
            Labels = LabelSet.Of(("app", "x")),
            Spec = new PodSpec
            {
                Containers = [new Container { Name = "c", Image = image }],
                Volumes = [.. spec.List("volumes").Select(volume => new Volume { Name = volume.Text("name"), IsEmptyDir = true })],
            },
        };
    }
}
