using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Autoscaling.Cluster.Removal;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.ControlPlane.Autoscaling;

/// <summary>Pods that are put where they were put before lead to what trying all of them anew leads to.</summary>
public sealed class HousingTests
{
    private const int Nodes = 12;
    private const int Rounds = 300;
    private const double Threshold = 0.6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_search_that_remembers_finds_what_one_without_memory_finds(ulong seed)
    {
        var picture = new ClusterPicture();
        var random = new RandomStream(seed);
        for (var i = 0; i < Nodes; i++) picture.Observe(new WatchEvent(WatchEventType.Added, NodeOf(i), null));
        var (remembering, plain) = (new Search(picture, isRemembering: true), new Search(picture, isRemembering: false));
        for (var round = 0; round < Rounds; round++)
        {
            for (var changes = random.NextInt(3); changes > 0; changes--) Change(picture, random);
            var now = Instant.FromSeconds(10 * round);
            Assert.Equal(plain.Find(now), remembering.Find(now));
        }
    }

    private static void Change(ClusterPicture picture, RandomStream random)
    {
        var (pod, node) = (random.NextInt(60), random.NextInt(Nodes));
        if (random.NextInt(12) == 0)
        {
            picture.Observe(new WatchEvent(WatchEventType.Modified, NodeOf(node, random.NextInt(4) == 0), null));
            return;
        }

        var old = PodOf(pod, pod % Nodes);
        picture.Observe(random.NextInt(3) == 0
            ? new WatchEvent(WatchEventType.Deleted, old, old)
            : new WatchEvent(WatchEventType.Modified, old, null));
    }

    private static Node NodeOf(int number, bool isCordoned = false) => new()
    {
        Metadata = new ObjectMeta { Name = $"node-{number:00}" },
        Spec = new NodeSpec { Unschedulable = isCordoned },
        Status = new NodeStatus
        {
            Capacity = Room(1000),
            Allocatable = Room(900),
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True)],
        },
    };

    private static ResourceList Room(int milli) => ResourceList.Of(
        (ResourceNames.Cpu, Quantity.FromMilli(milli)), (ResourceNames.Memory, Quantity.FromUnits(1_000_000)),
        (ResourceNames.Pods, Quantity.FromUnits(20)));

    private static Pod PodOf(int number, int node) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"pod-{number:00}",
            Namespace = "default",
            Uid = $"uid-{number}",
            CreatedBy = new ObjectReference("ReplicationController", new ObjectKey("default", "web"), "uid-web"),
        },
        Spec = new PodSpec
        {
            NodeName = $"node-{node:00}",
            Containers = [new Container
            {
                Name = "web",
                Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(90 + (10 * (number % 4))))),
            }],
        },
        Status = new PodStatus { Phase = PodPhase.Running },
    };

    private sealed class Search(ClusterPicture picture, bool isRemembering)
    {
        private readonly UsageTracker _tracker = new();
        private readonly Draws _draws = new();
        private Rehousing _rehousing = new(picture);
        private Dictionary<string, Instant> _unneeded = [];
        private Dictionary<ObjectKey, string> _hints = [];

        public string Find(Instant now)
        {
            if (!isRemembering) _rehousing = new Rehousing(picture);
            _tracker.CleanUp(now - TimeSpan.FromMinutes(10));
            var order = new HintedOrder(_hints, _tracker, _draws, now);
            _rehousing.Begin(picture.Listed, PredicateChecker.Default(picture.State), order);
            _unneeded = new UnneededNodes(new DrainRules(), Threshold).Find(picture.Low(Threshold), _unneeded, _rehousing, now);
            _hints = order.NewHints;
            if (now.SinceStart.TotalSeconds % 50 == 0 && _unneeded.Keys.FirstOrDefault() is { } gone) _tracker.Remove(gone, _unneeded);
            return string.Join(' ', _unneeded.Select(node => $"{node.Key}@{node.Value}"))
                + " | " + string.Join(' ', _hints.OrderBy(hint => hint.Key).Select(hint => $"{hint.Key}={hint.Value}")) + " | "
                + _draws.Count;
        }
    }

    /// <summary>The same for both, as long as both draw as often.</summary>
    private sealed class Draws : IMapOrder
    {
        private readonly RandomStream _random = new(7);

        public int Count { get; private set; }

        public int First(int count)
        {
            Count++;
            return _random.NextInt(count);
        }
    }
}
