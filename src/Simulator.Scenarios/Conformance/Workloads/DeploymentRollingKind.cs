using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>One sync of a rolling update: the size of a new ReplicaSet, or which ReplicaSets change size, in order.</summary>
public sealed class DeploymentRollingKind : IConformanceKind
{
    private const string App = "app";
    private const string Set = "set";

    /// <summary>The one pod that no ReplicaSet selects: without any pod the real loop would not see old ReplicaSets at all.</summary>
    private static readonly Pod Stray = new() { Metadata = new ObjectMeta { Name = "stray", Labels = LabelSet.Of((App, "web")) } };

    public string Kind => "deployment-rolling";

    public string? Difference(JsonElement recording)
    {
        var deployment = ReadDeployment(recording);
        var posts = Fenceposts.Of(deployment);
        var (surge, unavailable) = (recording.Int("expectedResolvedMaxSurge"), recording.Int("expectedResolvedMaxUnavailable"));
        if ((posts.Surge, posts.Unavailable) != (surge, unavailable)) return $"fenceposts {posts}, recorded {surge} and {unavailable}";

        var old = recording.List("oldRSs").ToList();
        var created = SizeAtCreation(deployment, old);
        var expected = recording.Int("expectedReplicasIfNewRSCreatedNow");
        if (created != expected) return $"a new ReplicaSet is made with {created}, recorded {expected}";
        return DifferenceOfSync(deployment, recording, old);
    }

    private static int SizeAtCreation(Deployment deployment, List<JsonElement> old)
    {
        var sync = NewSync([Stray]).Run([.. old.Select(set => ReadSet(set, "old")), Stray, deployment]);
        return sync.Calls.OfType<CreateRequest>().Select(create => ((ReplicaSet)create.Object).Replicas).Single();
    }

    private static string? DifferenceOfSync(Deployment deployment, JsonElement recording, List<JsonElement> old)
    {
        var recent = recording.GetProperty("newRS");
        List<Pod> pods = [Stray, .. ReadPods(recent), .. old.SelectMany(ReadPods)];
        List<ReplicaSet> sets = [ReadSet(recent, "new"), .. old.Select(set => ReadSet(set, "old"))];
        var sync = NewSync(pods).Run([.. sets, .. pods, deployment]);
        var scales = Scales(sync, sets);
        var expected = recording.List("expectedScales").Select(scale => $"{scale.Text("rs")}={scale.Int("to")}").ToList();
        if (!scales.SequenceEqual(expected)) return $"scales {string.Join(' ', scales)}, recorded {string.Join(' ', expected)}";
        var action = scales.Count == 0
            ? "none"
            : scales[0].StartsWith("new=", StringComparison.Ordinal)
            ? "newRSScaled"
            : "oldRSsScaledDown";
        return action == recording.Text("expectedAction") ? null : $"action {action}, recorded {recording.Text("expectedAction")}";
    }

    private static OneSync NewSync(IReadOnlyList<Pod> pods) => new(new DeploymentController(new DeploymentOptions(), OneSync.Now), pods);

    /// <summary>Writes of a ReplicaSet that change its size; others keep its revision.</summary>
    private static List<string> Scales(OneSync sync, List<ReplicaSet> sets)
    {
        var sizes = sets.ToDictionary(set => set.Name, set => set.Replicas);
        List<string> scales = [];
        foreach (var set in sync.Calls.OfType<UpdateRequest>().Select(update => update.Object).OfType<ReplicaSet>())
        {
            if (sizes[set.Name] != set.Replicas) scales.Add($"{set.Name}={set.Replicas}");
            sizes[set.Name] = set.Replicas;
        }

        return scales;
    }

    private static Deployment ReadDeployment(JsonElement recording) => new()
    {
        Metadata = new ObjectMeta { Name = "web" },
        Replicas = recording.Int("replicas"),
        MaxSurge = recording.Text("maxSurge"),
        MaxUnavailable = recording.Text("maxUnavailable"),
        Selector = new LabelSelector { MatchLabels = LabelSet.Of((App, "web")) },
        Template = Template("new"),
    };

    private static PodTemplate Template(string image) => new()
    {
        Labels = LabelSet.Of((App, "web")),
        Spec = new PodSpec { Containers = [new Container { Name = "main", Image = image }] },
    };

    private static ReplicaSet ReadSet(JsonElement set, string image) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = set.Text("name"),
            Labels = LabelSet.Of((App, "web")),
            CreationTimestamp = set.SecondOrNull("creationSec"),
        },
        Replicas = set.Int("specReplicas"),
        Selector = new LabelSelector { MatchLabels = LabelSet.Of((App, "web"), (Set, set.Text("name"))) },
        Template = Template(image),
    };

    private static IEnumerable<Pod> ReadPods(JsonElement set) => Enumerable.Range(0, set.Int("existingPods")).Select(number => new Pod
    {
        Metadata = new ObjectMeta { Name = $"{set.Text("name")}-{number}", Labels = LabelSet.Of((App, "web"), (Set, set.Text("name"))) },
        Status = new PodStatus
        {
            Phase = PodPhase.Running,
            Ready = new Condition(number < set.Int("availablePods") ? ConditionStatus.True : ConditionStatus.False, "", Instant.Start),
        },
    });
}
