using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>One sync of a daemon set: which nodes should run its pod, how many pods come, which go.</summary>
public sealed class DaemonSetKind : IConformanceKind
{
    private static readonly LabelSet Labels = LabelSet.Of(("daemon", "it"));

    public string Kind => "daemonset";

    public string? Difference(JsonElement recording)
    {
        var (set, nodes, pods) =
            (ReadSet(recording), recording.List("nodes").Select(ReadNode).ToList(), recording.List("pods").Select(ReadPod).ToList());
        var shouldRun = DaemonTargets.Of(set, nodes, pods.Where(pod => pod.Metadata.Labels.Count == 0));
        var expected = recording.List("nodes")
            .Where(node => node.Bool("expectedShouldRun"))
            .Select(node => node.Text("name"))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!shouldRun.SequenceEqual(expected))
        {
            return $"should run on {string.Join(' ', shouldRun)}, recorded {string.Join(' ', expected)}";
        }

        var sync = new OneSync(new DaemonSetController(new DaemonSetOptions(), OneSync.Now), pods).Run([.. nodes, .. pods, set]);
        var creates = sync.Calls.Count(call => call is CreateRequest);
        if (creates != recording.Int("expectedCreates")) return $"{creates} creations, recorded {recording.Int("expectedCreates")}";
        var deletes = sync.Calls.OfType<DeleteRequest>().Select(delete => delete.Key.Name).Order(StringComparer.Ordinal).ToList();
        var recorded = recording.Texts("expectedDeletes");
        return deletes.SequenceEqual(recorded) ? null : $"deletes {string.Join(' ', deletes)}, recorded {string.Join(' ', recorded)}";
    }

    private static DaemonSet ReadSet(JsonElement recording) => new()
    {
        Metadata = new ObjectMeta { Name = "it" },
        Selector = new LabelSelector { MatchLabels = Labels },
        Template = new PodTemplate
        {
            Labels = Labels,
            Spec = new PodSpec
            {
                NodeSelector = recording.Labels("templateNodeSelector"),
                NodeName = recording.Text("templateNodeName"),
                Containers = [Container(
                    recording.Long("templateCpuMilli"), recording.Long("templateMem"), recording.Int("templateHostPort"))],
            },
        },
    };

    private static Node ReadNode(JsonElement node) => new()
    {
        Metadata = new ObjectMeta { Name = node.Text("name"), Labels = node.Labels("labels") },
        Spec = new NodeSpec { Unschedulable = node.Bool("unschedulable") },
        Status = new NodeStatus
        {
            Allocatable = Amounts(node.Long("allocatableCpuMilli"), node.Long("allocatableMem")),
            Conditions =
            [
                new NodeCondition(NodeConditionType.Ready, Enum.Parse<ConditionStatus>(node.Text("ready"))),
                new NodeCondition(NodeConditionType.OutOfDisk, Enum.Parse<ConditionStatus>(node.Text("outOfDisk"))),
            ],
        },
    };

    private static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            Labels = pod.Bool("daemonPod") ? Labels : LabelSet.Empty,
            CreationTimestamp = pod.SecondOrNull("creationSec"),
        },
        Spec = new PodSpec
        {
            NodeName = pod.Text("node"),
            Containers = [Container(pod.Long("cpuMilli"), pod.Long("mem"), pod.Int("hostPort"))],
        },
        Status = new PodStatus { Phase = Enum.Parse<PodPhase>(pod.Text("phase")) },
    };

    private static Container Container(long milliCpu, long memory, int hostPort) => new()
    {
        Name = "main",
        Requests = Amounts(milliCpu, memory),
        Ports = hostPort == 0 ? [] : [new ContainerPort("", 80, hostPort, "TCP")],
    };

    private static ResourceList Amounts(long milliCpu, long memory) =>
        ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milliCpu)), (ResourceNames.Memory, Quantity.FromUnits(memory)));
}
