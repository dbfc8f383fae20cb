using Simulator.Api;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The ledger of a daemon set says what its plain twin says, which looks at every node, and looks at changed nodes only.</summary>
public sealed class DaemonLedgerTests
{
    private static readonly LabelSet Own = LabelSet.Of(("app", "agent"));
    private static readonly LabelSet Other = LabelSet.Of(("app", "web"));

    private readonly DaemonNodes _nodes = new();
    private readonly Dictionary<string, Pod> _pods = [];

    private static PodSelector Selector { get; } = new(new LabelSelector { MatchLabels = Own });

    private IEnumerable<Pod> OwnPods => _pods.Values.Where(pod => ReferenceEquals(pod.Metadata.Labels, Own));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_ledger_is_the_plan(ulong seed)
    {
        var random = new RandomStream(seed);
        var (set, ledger) = (Set(cpu: 200), new DaemonLedger(_nodes));
        for (var step = 0; step < 3_000; step++)
        {
            if (random.NextInt(200) == 0) set = Set(cpu: 100 * (1 + random.NextInt(4)));
            else if (random.NextInt(4) == 0) ChangeNode(random);
            else ChangePod(random);
            if (random.NextInt(3) == 0) AssertSame(DaemonPlan.For(set, OwnPods, _nodes.All), ledger.Plan(set, Selector));
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public void A_change_costs_one_look_whatever_the_number_of_nodes(int nodes)
    {
        for (var i = 0; i < nodes; i++) _nodes.Put(_nodes.Of($"n-{i:D3}"), NodeNamed($"n-{i:D3}", 1_000, isFull: false));
        var (set, ledger) = (Set(cpu: 200), new DaemonLedger(_nodes));
        Assert.Equal(nodes, ledger.Plan(set, Selector).NodesToFill.Count);
        Assert.Equal(nodes, ledger.Looks);
        Put(PodOn("agent-1", "n-007", Own, PodPhase.Running));
        Assert.Equal(nodes - 1, ledger.Plan(set, Selector).NodesToFill.Count);
        Assert.Equal(nodes + 1, ledger.Looks);
    }

    private static void AssertSame(DaemonPlan plain, DaemonPlan fast)
    {
        Assert.Equal(plain.Status, fast.Status);
        Assert.Equal(plain.NodesToFill, fast.NodesToFill);
        Assert.Equal(plain.Refusals, fast.Refusals);
        Assert.Equal(plain.PodsToDelete.Select(pod => pod.Name), fast.PodsToDelete.Select(pod => pod.Name));
    }

    private void ChangeNode(RandomStream random)
    {
        var name = $"n-{random.NextInt(12):D3}";
        var node = NodeNamed(name, 400 + (100 * random.NextInt(8)), isFull: random.NextInt(8) == 0);
        _nodes.Put(_nodes.Of(name), random.NextInt(10) == 0 ? null : node);
    }

    private void ChangePod(RandomStream random)
    {
        var name = $"p-{random.NextInt(40)}";
        if (_pods.TryGetValue(name, out var old) && random.NextInt(3) == 0)
        {
            _pods.Remove(name);
            Tell(new WatchEvent(WatchEventType.Deleted, old, old));
            return;
        }

        var phase = random.NextInt(6) == 0 ? PodPhase.Failed : PodPhase.Running;
        var labels = random.NextInt(2) == 0 ? Own : Other;
        var node = random.NextInt(5) == 0 ? "" : $"n-{random.NextInt(14):D3}";
        Put(PodOn(name, old is { IsAssigned: true } ? old.NodeName : node, labels, phase));
    }

    private void Put(Pod pod)
    {
        var old = _pods.GetValueOrDefault(pod.Name);
        _pods[pod.Name] = pod;
        Tell(new WatchEvent(old is null ? WatchEventType.Added : WatchEventType.Modified, pod, old));
    }

    private void Tell(in WatchEvent change) => _nodes.ObservePod(change);

    private static DaemonSet Set(int cpu) => new()
    {
        Metadata = new ObjectMeta { Name = "agent", Namespace = "default" },
        Selector = new LabelSelector { MatchLabels = Own },
        Template = new PodTemplate { Labels = Own, Spec = SpecOf(cpu) },
    };

    private static PodSpec SpecOf(int cpu) => new()
    {
        Containers = [new Container { Name = "c", Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(cpu))) }],
    };

    private static Pod PodOn(string name, string node, LabelSet labels, PodPhase phase) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = "default",
            Labels = labels,
            CreationTimestamp = Instant.FromSeconds(name.Length),
        },
        Spec = SpecOf(150) with { NodeName = node },
        Status = new PodStatus { Phase = phase },
    };

    private static Node NodeNamed(string name, int cpu, bool isFull) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus
        {
            Allocatable = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(cpu))),
            Conditions = [new NodeCondition(NodeConditionType.OutOfDisk, isFull ? ConditionStatus.True : ConditionStatus.False)],
        },
    };
}
