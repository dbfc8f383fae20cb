using CsCheck;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>The fast path against its plain twin, over random clusters that change between decisions.</summary>
public sealed class FastDeciderTests
{
    private static readonly string[] Templates = ["cpu=1 mem=1 app=a", "cpu=2 mem=9 app=b", "app=c", "cpu=3 app=a port=80", "mem=30"];

    private enum Change
    {
        Place,
        Remove,
        MarkDeleted,
        NodeNotReady,
        NodeReady,
        RemoveNode,
        AddNode,
        AddService,
        RemoveService,
        TaintNode,
    }

    [Fact]
    public void Decides_as_the_plain_rule_whatever_changes_in_between()
    {
        var step = Gen.Select(Gen.Frequency((12, Gen.Const(Change.Place)), (10, Gen.Enum<Change>())), Gen.Int[0, 999]);
        step.Array[1, 120].Sample(steps => Replay(steps), iter: 300);
    }

    private static void Replay((Change Change, int Number)[] steps)
    {
        var cluster = new Cluster();
        for (var i = 0; i < 8; i++) cluster.State.Cache.SetNode(cluster.Node(i, "True"));
        foreach (var (change, number) in steps) cluster.Apply(change, number);
    }

    private sealed class Cluster
    {
        private readonly Pod[] _templates = [.. Templates.Select(text => SmallCluster.Pod("template", text))];
        private readonly List<Pod> _placed = [];
        private readonly PlainDecider _plain;
        private readonly FastDecider _fast;
        private ulong _selections;

        public Cluster()
        {
            var algorithm = SchedulingAlgorithm.Default(new SchedulerSettings());
            (_plain, _fast) = (new PlainDecider(algorithm, State), new FastDecider(algorithm, State));
        }

        public ClusterState State { get; } = new();

        public Node Node(int i, string ready, string more = "") =>
            SmallCluster.Node($"n{i}", $"cpu={10 + i} mem=100 pods=12 {(i < 6 ? $"zone={i % 3}" : "")} ready={ready} {more}");

        public void Apply(Change change, int number)
        {
            var node = number % 10;
            switch (change)
            {
                case Change.Place: Place(number); break;
                case Change.Remove when _placed.Count > 0: Remove(number % _placed.Count); break;
                case Change.MarkDeleted when _placed.Count > 0: MarkDeleted(number % _placed.Count); break;
                case Change.NodeNotReady: State.Cache.SetNode(Node(node, "Unknown")); break;
                case Change.NodeReady or Change.AddNode: State.Cache.SetNode(Node(node, "True")); break;
                case Change.RemoveNode: State.Cache.RemoveNode($"n{node}"); break;
                case Change.TaintNode:
                    State.Cache.SetNode(Node(
                    node, "True", $"taint=k:v:{(number % 2 == 0 ? "NoSchedule" : "PreferNoSchedule")}")); break;
                case Change.AddService: State.Set(SmallCluster.Service($"s{number % 3}", "abc"[number % 3].ToString())); break;
                case Change.RemoveService: State.RemoveService(new ObjectKey("default", $"s{number % 3}")); break;
            }
        }

        private void Place(int number)
        {
            var template = _templates[number % _templates.Length];
            var plain = _plain.Decide(template, _selections);
            var fast = _fast.Decide(template, _selections);
            Assert.Equal(plain, fast);
            if (plain.Host is not { } host) return;
            var pod = template with
            {
                Metadata = template.Metadata with { Name = $"p{_selections++}" },
                Spec = template.Spec with { NodeName = host.Name },
            };
            State.Cache.AddPod(pod);
            _placed.Add(pod);
        }

        private void Remove(int index)
        {
            State.Cache.RemovePod(_placed[index].Key);
            _placed.RemoveAt(index);
        }

        private void MarkDeleted(int index)
        {
            var pod = _placed[index];
            _placed[index] = pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } };
            State.Cache.UpdatePod(_placed[index]);
        }
    }
}
