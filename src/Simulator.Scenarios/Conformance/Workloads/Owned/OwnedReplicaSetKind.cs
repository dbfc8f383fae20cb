using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.ReplicaSets;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One sync of a ReplicaSet that owns its pods: claims, creations, victims and their order, status, expectations.</summary>
public sealed class OwnedReplicaSetKind : IConformanceKind
{
    public string Kind => "replicaset-1.20";

    public string? Difference(JsonElement recording)
    {
        var (set, expectations) = (ReadSet(recording), new Expectations(TimeSpan.FromMinutes(5)));
        Seed(expectations, set.Key, recording);
        var controller = new ReplicaSetController(
            new ReplicaSetOptions { BurstReplicas = recording.Int("burstReplicas") }, RecordedText.Now, ReplicaKind.ReplicaSets,
            expectations);
        var api = new RecordedApi(recording, request => request is GetRequest get ? Fresh(get, set, recording) : null);
        var pods = recording.List("pods").Select(pod => RecordedPod.Read(pod)).ToList();
        // The others are synchronised, too, and that is nobody's concern here.
        new RecordedApi(recording).Run(controller, recording.List("otherReplicaSets").Select(Read));
        api.Run(controller, [.. pods, set]);
        return DifferenceOfOrder(recording, controller, set, pods) ?? DifferenceOfCalls(recording, api) ?? RecordedText.FirstDifference(
            ("creations awaited", $"{expectations.PendingCreations(set.Key)}", $"{recording.Int("expectedCreationExpectationsAfter")}"),
            ("deletions awaited", $"{expectations.PendingDeletions(set.Key)}", $"{recording.Int("expectedDeletionExpectationsAfter")}"),
            ("comes again after", $"{controller.LastSync!.Later.FirstOrDefault().TotalSeconds}"
                + "", $"{recording.NumberOrNull("expectedRequeueAfterSec") ?? 0}"),
            ("error", $"{controller.LastSync.HasFailed}", $"{recording.Bool("expectedError")}"));
    }

    private static string? DifferenceOfOrder(JsonElement recording, ReplicaSetController controller, ReplicaSet set, List<Pod> pods)
    {
        var claimed = controller.LastSync!.Pods.ToList();
        var counts = controller.Related.CountByNode(set);
        claimed.Sort(new VictimOrder(counts));
        var ranks = claimed.Select(pod => $"{pod.Name}:{counts.GetValueOrDefault(pod.NodeName)}");
        var recorded = recording.GetProperty("expectedRanks").EnumerateObject().Select(rank => $"{rank.Name}:{rank.Value.GetInt32()}");
        return RecordedText.FirstDifference(
            ("active", RecordedText.Lines(pods.Where(pod => pod.IsActive).Select(pod => pod.Name)),
                RecordedText.Lines(recording.Texts("expectedActivePods"))),
            ("order", RecordedText.Lines(claimed.Select(pod => pod.Name)), RecordedText.Lines(recording.Texts("expectedDeletionOrder"))),
            ("ranks", RecordedText.SortedLines(ranks), RecordedText.SortedLines(recorded)));
    }

    private static string? DifferenceOfCalls(JsonElement recording, RecordedApi api)
    {
        var status = api.Calls.OfType<UpdateStatusRequest>().Select(update => ((ReplicaSet)update.Object).Status).SingleOrDefault();
        return RecordedText.FirstDifference(
            ("claims", RecordedText.Lines(api.ClaimPatches), RecordedText.Lines(recording.Texts("expectedClaimPatches"))),
            ("creations", $"{api.CreateSuccesses} of {api.CreateAttempts}",
                $"{recording.Int("expectedCreateSuccesses")} of {recording.Int("expectedCreateAttempts")}"),
            ("deletes", RecordedText.SortedLines(api.Deletes), RecordedText.Lines(recording.Texts("expectedDeletes"))),
            ("status", RecordedText.Of(status is null ? null : Write(status)), RecordedText.OfField(recording, "expectedStatusUpdate")),
            ("events", RecordedText.SortedLines(api.Events), RecordedText.SortedLines(recording.Texts("expectedEvents"))));
    }

    private static object Write(ReplicaStatus status) => new
    {
        replicas = status.Replicas,
        fullyLabeledReplicas = status.FullyLabeledReplicas,
        readyReplicas = status.ReadyReplicas,
        availableReplicas = status.AvailableReplicas,
        observedGeneration = status.ObservedGeneration,
        conditions = RecordedConditions.Write(status.Conditions),
    };

    private static void Seed(Expectations expectations, ObjectKey key, JsonElement recording)
    {
        if (recording.Int("pendingCreationExpectations") is > 0 and var creations)
        {
            expectations.ExpectCreations(key, creations, RecordedText.Now);
        }

        Pod[] deletions = [.. recording.Texts("pendingDeletionExpectations").Select(name => new Pod
        {
            Metadata = new ObjectMeta { Namespace = RecordedPod.Namespace, Name = name[(name.IndexOf('/') + 1)..] },
        })];
        if (deletions.Length > 0) expectations.ExpectDeletions(key, deletions, RecordedText.Now);
    }

    private static ApiResponse Fresh(GetRequest request, ReplicaSet set, JsonElement recording) => new(
        request, ApiResult.Ok, recording.Text("freshReplicaSet") switch
        {
            "deleting" => set with { Metadata = set.Metadata with { DeletionTimestamp = RecordedText.Now } },
            "otherUid" => set with { Metadata = set.Metadata with { Uid = "zz" } },
            _ => set,
        });

    private static ReplicaSet ReadSet(JsonElement recording)
    {
        var (set, status) = (Read(recording.GetProperty("replicaSet")), recording.GetProperty("statusBefore"));
        var isDeleting = recording.TryGetProperty("replicaSetDeletingInCache", out var deleting) && deleting.GetBoolean();
        return set with
        {
            Metadata = set.Metadata with
            {
                Generation = recording.Int("generation"),
                DeletionTimestamp = isDeleting ? RecordedText.Now : null,
            },
            Replicas = recording.Int("specReplicas"),
            MinReadySeconds = recording.Int("minReadySeconds"),
            Template = new PodTemplate { Labels = recording.Labels("templateLabels") },
            Status = new ReplicaStatus
            {
                Replicas = status.IntOr("replicas", 0),
                FullyLabeledReplicas = status.IntOr("fullyLabeledReplicas", 0),
                ReadyReplicas = status.IntOr("readyReplicas", 0),
                AvailableReplicas = status.IntOr("availableReplicas", 0),
                ObservedGeneration = status.IntOr("observedGeneration", 0),
                Conditions = RecordedConditions.Read(status),
            },
        };
    }

    private static ReplicaSet Read(JsonElement set) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = set.Text("name"),
            Namespace = RecordedPod.Namespace,
            Uid = set.Text("uid"),
            OwnerReferences = RecordedPod.Owner(set.Text("ownerUid"), "Deployment"),
        },
        Selector = new LabelSelector { MatchLabels = set.Labels("selector") },
    };
}
