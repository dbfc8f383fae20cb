using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The cluster of a recording: groups, nodes (all Ready) and pods, in the order in which they were listed.</summary>
internal sealed class RecordedWorld
{
    private readonly Dictionary<string, string> _groupOf = [];

    public RecordedWorld(JsonElement world)
    {
        foreach (var group in world.List("nodeGroups"))
        {
            Groups.Add(new NodeGroup(group.Text("id"), group.Int("minSize"), group.Int("maxSize")));
            Sizes.Add(group.Text("id"), group.Int("targetSize"));
        }

        foreach (var pod in world.List("scheduledPods")) Add(pod);
        foreach (var node in world.List("nodes")) Add(node.Text("group"), ReadNode(node));
        Listed = [.. world.List("nodes").Select(node => Picture.Find(node.Text("name"))!)];
        Checker = new PredicateChecker([new GeneralPredicates()], Picture.State);
    }

    public ClusterPicture Picture { get; } = new();

    /// <summary>The recordings were made with the general predicates alone.</summary>
    public PredicateChecker Checker { get; }

    public List<NodeGroup> Groups { get; } = [];

    public Dictionary<string, int> Sizes { get; } = [];

    public IReadOnlyList<PicturedNode> Listed { get; }

    public List<Pod> Pods { get; } = [];

    /// <summary>By name; pods of a recording have different ones, whatever their namespace.</summary>
    private HashSet<ObjectKey> Creators { get; } = [];

    public NodeGroup? GroupOf(string node) => Groups.Find(group => group.Id == _groupOf[node]);

    public IEnumerable<Pod> PodsOn(string node) => Pods.Where(pod => pod.NodeName == node);

    public bool Exists(ObjectReference creator) => Creators.Contains(creator.Key);

    public static Node ReadNode(JsonElement node) => new()
    {
        Metadata = new ObjectMeta { Name = node.Text("name"), Labels = node.Labels("labels") },
        Status = new NodeStatus
        {
            Capacity = Amounts(node.Long("capacityCpuMilli"), node.Long("capacityMemBytes"), node.Long("capacityPods")),
            Allocatable = Amounts(node.Long("allocatableCpuMilli"), node.Long("allocatableMemBytes"), node.Long("capacityPods")),
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True)],
        },
    };

    /// <summary>A pod; its creator, where it has one, is named like it.</summary>
    public static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            Namespace = pod.Text("namespace"),
            Annotations = pod.Bool("mirror") ? LabelSet.Of((WellKnownAnnotations.MirrorPod, "mirror")) : LabelSet.Empty,
            CreatedBy = pod.Text("createdByKind") is { Length: > 0 } kind ? new ObjectReference(kind, KeyOf(pod), "") : null,
        },
        Spec = new PodSpec
        {
            NodeName = pod.Text("node"),
            NodeSelector = pod.Labels("nodeSelector"),
            Containers = [.. ReadContainers(pod)],
            Volumes = pod.Text("volume") is { Length: > 0 } volume ? [ReadVolume(volume)] : [],
        },
    };

    private static IEnumerable<Container> ReadContainers(JsonElement pod)
    {
        var memory = pod.List("containerMemBytes").Select(bytes => bytes.GetInt64()).ToList();
        return pod.List("containerCpuMilli").Select((cpu, i) => new Container
        {
            Name = i.ToString(CultureInfo.InvariantCulture),
            Requests = Requests(cpu.GetInt64(), memory[i]),
            Ports = i > 0 ? [] : [.. pod.List("hostPorts").Select(port => new ContainerPort("", 80, port.GetInt32(), "TCP"))],
        });
    }

    /// <summary>-1 = no request.</summary>
    private static ResourceList Requests(long milliCpu, long memory)
    {
        var amounts = new List<KeyValuePair<string, Quantity>>();
        if (milliCpu >= 0) amounts.Add(KeyValuePair.Create(ResourceNames.Cpu, Quantity.FromMilli(milliCpu)));
        if (memory >= 0) amounts.Add(KeyValuePair.Create(ResourceNames.Memory, Quantity.FromUnits(memory)));
        return ResourceList.Of(amounts);
    }

    private static ResourceList Amounts(long milliCpu, long memory, long pods) => ResourceList.Of(
        (ResourceNames.Cpu, Quantity.FromMilli(milliCpu)), (ResourceNames.Memory, Quantity.FromUnits(memory)),
        (ResourceNames.Pods, Quantity.FromUnits(pods)));

    private static Volume ReadVolume(string kind) => kind switch
    {
        "emptyDir" => new Volume { Name = "v", IsEmptyDir = true },
        "hostPath" => new Volume { Name = "v", HostPath = new HostPath("/v") },
        _ => new Volume { Name = "v", OtherSource = kind },
    };

    private static ObjectKey KeyOf(JsonElement pod) => new(pod.Text("namespace"), pod.Text("name"));

    private void Add(JsonElement recorded)
    {
        var pod = ReadPod(recorded);
        Pods.Add(pod);
        if (recorded.Bool("creatorExists")) Creators.Add(pod.Key);
        Picture.Observe(new WatchEvent(WatchEventType.Added, pod, null));
    }

    private void Add(string group, Node node)
    {
        _groupOf.Add(node.Name, group);
        Picture.Observe(new WatchEvent(WatchEventType.Added, node, null));
    }
}
