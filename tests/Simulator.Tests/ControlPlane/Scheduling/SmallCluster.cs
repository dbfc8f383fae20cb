using Simulator.Api;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>Objects for scheduler tests from a line of text: "cpu=10 mem=20 zone=a taint=k:v:NoSchedule ready=False".</summary>
internal static class SmallCluster
{
    public static Node Node(string name, string text = "cpu=10 mem=100")
    {
        var words = Words(text);
        var labels = words.Where(word => word.Key is "zone").Select(word => (WellKnownLabels.Zone, word.Value))
            .Concat(words.Where(word => word.Key.StartsWith('@')).Select(word => (word.Key[1..], word.Value)));
        return new Node
        {
            Metadata = new ObjectMeta { Name = name, Labels = LabelSet.Of([.. labels]) },
            Spec = new NodeSpec { Taints = new Parsed<IReadOnlyList<Taint>>([.. Taints(words)]) },
            Status = new NodeStatus
            {
                Allocatable = ResourceList.Of(
                    (ResourceNames.Cpu, Quantity.FromMilli(Number(words, "cpu", 10))),
                    (ResourceNames.Memory, Quantity.FromUnits(Number(words, "mem", 100))),
                    (ResourceNames.Pods, Quantity.FromUnits(Number(words, "pods", 110)))),
                Conditions = words.TryGetValue("ready", out var ready)
                    ? [new NodeCondition(NodeConditionType.Ready, Enum.Parse<ConditionStatus>(ready))]
                    : [],
            },
        };
    }

    public static Pod Pod(string name, string text = "cpu=1 mem=1", string node = "")
    {
        var words = Words(text);
        var requests = words.Where(word => word.Key is "cpu" or "mem").Select(word => word.Key == "cpu"
            ? (ResourceNames.Cpu, Quantity.FromMilli(long.Parse(word.Value)))
            : (ResourceNames.Memory, Quantity.FromUnits(long.Parse(word.Value))));
        var ports = words.TryGetValue("port", out var port) ? new[] { new ContainerPort("", 80, int.Parse(port), "TCP") } : [];
        return new Pod
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Namespace = "default",
                Labels = words.TryGetValue("app", out var app) ? LabelSet.Of(("app", app)) : LabelSet.Empty,
            },
            Spec = new PodSpec
            {
                NodeName = node,
                Containers = [new Container { Name = "c", Requests = ResourceList.Of([.. requests]), Ports = ports }],
            },
        };
    }

    public static Service Service(string name, string app) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = "default" }, Selector = LabelSet.Of(("app", app)) };

    private static Dictionary<string, string> Words(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2))
        .ToDictionary(word => word[0], word => word[1]);

    private static long Number(Dictionary<string, string> words, string key, long otherwise) =>
        words.TryGetValue(key, out var text) ? long.Parse(text) : otherwise;

    private static IEnumerable<Taint> Taints(Dictionary<string, string> words)
    {
        if (!words.TryGetValue("taint", out var text)) yield break;
        var parts = text.Split(':');
        yield return new Taint(parts[0], parts[1], parts[2]);
    }
}
