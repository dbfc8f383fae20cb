using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Fast;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>The fast placer against its plain twin, over random clusters that change between passes.</summary>
public sealed class FastPlacerTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 30)]
    [InlineData(3, 120)]
    [InlineData(4, 120)]
    [InlineData(5, 60)]
    [InlineData(6, 150)]
    [InlineData(7, 20)]
    [InlineData(8, 130)]
    public void Places_as_the_plain_one_whatever_changes_in_between(ulong seed, int nodes)
    {
        var (plain, fast) = (new Twin(seed, FromPlain), new Twin(seed, FromFast));
        foreach (var twin in (Twin[])[plain, fast]) twin.Fill(nodes);
        for (var step = 0; step < 400; step++)
        {
            var (left, right) = (plain.Step(step), fast.Step(step));
            Assert.True(left == right, $"seed {seed}, step {step}: plain {left}, fast {right}");
        }

        Assert.True(fast.IsMostlyFast, "the plain placer did most of it");
    }

    /// <summary>Behind the filters that look at more than one node, or before them.</summary>
    [Theory]
    [InlineData(11, 12, false)]
    [InlineData(12, 60, false)]
    [InlineData(13, 130, true)]
    [InlineData(14, 30, true)]
    public void Rules_of_somebodys_own_are_heeded_as_by_the_plain_one(ulong seed, int nodes, bool first)
    {
        var profile = OwnTestRules.In(Twin.Default, first);
        var (plain, fast) = (new Twin(seed, FromPlain) { Profile = profile }, new Twin(seed, FromFast) { Profile = profile });
        foreach (var twin in (Twin[])[plain, fast]) twin.Fill(nodes);
        for (var step = 0; step < 400; step++)
        {
            var (left, right) = (plain.Step(step), fast.Step(step));
            Assert.True(left == right, $"seed {seed}, step {step}: plain {left}, fast {right}");
        }

        Assert.True(fast.IsMostlyFast, "the plain placer did most of it");
    }

    /// <summary>Which settled starts that several runs share rest on: names are drawn.</summary>
    [Theory]
    [InlineData(9, 30)]
    [InlineData(10, 100)]
    public void Names_of_pods_decide_nothing(ulong seed, int nodes)
    {
        var (usual, other) = (new Twin(seed, FromPlain), new Twin(seed, FromPlain) { NameOf = Backwards });
        foreach (var twin in (Twin[])[usual, other]) twin.Fill(nodes);
        for (var step = 0; step < 400; step++) Assert.Equal(usual.Step(step), other.Step(step));
    }

    private static string Backwards(string name) => new([.. name.Reverse()]);

    /// <summary>Templates that differ in labels only look the same to single nodes.</summary>
    [Fact]
    public void Asks_a_node_once_for_all_templates_that_are_the_same_to_it()
    {
        var state = new SchedulerState();
        for (var i = 0; i < 50; i++) state.Cache.Set(new RandomWorkload(1).NextNode($"n{i:D2}"));
        var placer = new FastPlacer(Twin.Default, state, new OrderDraws(new DecisionOrder(1)), new FastCluster(state));
        for (var i = 0; i < 60; i++) placer.Place(PodOf($"app-{i}", "rs"), Instant.Start);
        Assert.Equal(50, placer.NodesJudged);
    }

    [Fact]
    public void Owners_tell_templates_apart_once_a_node_keeps_pods_of_one_away()
    {
        var (world, draws) = (new RandomWorkload(1), new OrderDraws(new DecisionOrder(1)));
        var state = new SchedulerState();
        var (calm, other) = (world.NextNode("calm"), world.NextNode("other"));
        other = other with { Metadata = other.Metadata with { Name = "other" }, Spec = calm.Spec, Status = calm.Status };
        foreach (var node in (Node[])[calm, other]) state.Cache.Set(node);
        var (fast, plain) =
            (new FastPlacer(Twin.Default, state, draws, new FastCluster(state)), new PlainPlacer(Twin.Default, state, draws));
        foreach (var owner in (string[])["kept-away", "welcome"]) AgreeOn(owner);
        state.Cache.Set(other with { Metadata = other.Metadata with { Annotations = Avoiding("kept-away") } });
        foreach (var owner in (string[])["kept-away", "welcome"]) AgreeOn(owner);
        Assert.Equal("calm", fast.Place(PodOf("a", "kept-away"), Instant.Start).Host!.Name);

        void AgreeOn(string owner)
        {
            var pod = PodOf("a", owner);
            var (start, count) = (state.NextStart, draws.Count);
            var expected = plain.Place(pod, Instant.Start);
            (state.NextStart, draws.Count) = (start, count);
            var placement = fast.Place(pod, Instant.Start);
            Assert.Equal((expected.Host!.Name, expected.Best, expected.Ties), (placement.Host!.Name, placement.Best, placement.Ties));
        }
    }

    private static LabelSet Avoiding(string owner) => LabelSet.Of((
        WellKnownAnnotations.PreferAvoidPods,
        """{"preferAvoidPods":[{"podSignature":{"podController":{"kind":"ReplicaSet","controller":true,"uid":""" + $"\"{owner}\"}}}}}}]}}"));

    private static Pod PodOf(string app, string owner) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = app,
            Namespace = "default",
            Labels = LabelSet.Of(("app", app)),
            OwnerReferences = [new OwnerReference("apps/v1", "ReplicaSet", owner, owner, IsController: true)],
        },
        Spec = new PodSpec { Containers = [new Container { Requests = ResourceList.Of(("cpu", Quantity.FromMilli(100))) }] },
    };

    private static IPlacer FromPlain(Profile profile, SchedulerState state, IDraws draws) => new PlainPlacer(profile, state, draws);

    private static IPlacer FromFast(Profile profile, SchedulerState state, IDraws draws) =>
        new FastPlacer(profile, state, draws, new FastCluster(state));

    /// <summary>One of two clusters to which the same happens.</summary>
    private sealed class Twin(ulong seed, Func<Profile, SchedulerState, IDraws, IPlacer> make)
    {
        public static readonly Profile Default =
            Simulator.ControlPlane.Scheduling.Framework.Profile.Default(new PluginSettings { HardPodAffinityWeight = 3 });

        private readonly RandomWorkload _world = new(seed);

        private readonly OrderDraws _draws = new(new DecisionOrder(seed));

        private readonly SchedulerState _state = new();

        private readonly List<Pod> _running = [];

        private readonly List<string> _nodes = [];

        public Profile Profile { get; init; } = Default;

        private IPlacer? _placer;

        private int _passes;

        /// <summary>What its pods are called, and back.</summary>
        public Func<string, string> NameOf { get; init; } = static name => name;

        public bool IsMostlyFast => _placer is FastPlacer fast && fast.LeftToPlain < _passes * 0.7;

        public void Fill(int nodes)
        {
            for (var i = 0; i < nodes; i++) AddNode($"n{i:D3}");
            foreach (var service in RandomWorkload.Services) _state.Objects.Set(service);
            for (var i = 0; i < nodes; i++)
            {
                Bind(_world.NextPod(NameOf($"old{i}")), _nodes[_world.Below(nodes)]);
            }

            _placer = make(Profile, _state, _draws);
        }

        /// <summary>What came of it, in words.</summary>
        public string Step(int step)
        {
            switch (_world.Below(20))
            {
                case 0 when _running.Count > 0: Remove(_running[_world.Below(_running.Count)]); break;
                case 1 when _running.Count > 0: Delete(_world.Below(_running.Count)); break;
                case 2: _state.Cache.Set(_world.NextNode(_nodes[_world.Below(_nodes.Count)])); break;
                case 3 when _world.Below(4) == 0: AddNode($"x{step}"); break;
                case 4 when _world.Below(4) == 0: RemoveNode(_nodes[_world.Below(_nodes.Count)]); break;
                case 5: _state.Objects.Set(_world.NextReplicaSet()); break;
                default: return Place(_world.NextPod(NameOf($"p{step}")));
            }

            return "changed";
        }

        private string Place(Pod pod)
        {
            _passes++;
            var placement = _placer!.Place(pod, Instant.Start);
            var chosen = placement.Preemption?.Chosen;
            if (placement.Host is { } host) Bind(pod, host.Name);
            foreach (var victim in chosen?.Victims ?? []) Remove(victim.Pod);
            var reasons = placement.Host is null ? FitError.Message(placement.Failed, placement.Statuses.Values) : "";
            return $"{placement.Outcome} {placement.Host?.Name} fit {placement.FitCount} failed {placement.Failed} ties {placement.Ties} "
                + $"best {placement.Best} next {_state.NextStart} draws {_draws.Count} {reasons} {placement.Error} "
                + $"victims of {chosen?.Node.Name}: {string.Join(' ', chosen?.Victims.Select(victim => NameOf(victim.Pod.Name)) ?? [])}";
        }

        private void Bind(Pod pod, string node)
        {
            var bound = pod with { Spec = pod.Spec with { NodeName = node } };
            _state.Cache.Set(bound);
            _running.Add(bound);
        }

        private void Delete(int place)
        {
            var pod = _running[place];
            _running[place] = pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } };
            _state.Cache.Set(_running[place]);
        }

        private void Remove(Pod pod)
        {
            _running.RemoveAll(known => known.Key == pod.Key);
            _state.Cache.Remove(pod.Key);
        }

        private void AddNode(string name)
        {
            _nodes.Add(name);
            _state.Cache.Set(_world.NextNode(name));
        }

        private void RemoveNode(string name)
        {
            if (_nodes.Count < 5) return;
            _nodes.Remove(name);
            _state.Cache.RemoveNode(name);
        }
    }
}
