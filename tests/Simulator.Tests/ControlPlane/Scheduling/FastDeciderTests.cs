using CsCheck;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>The fast path against its plain twin, over random clusters that change between decisions.</summary>
public sealed class FastDeciderTests
{
    private static readonly SchedulerSettings Settings = new() { HardPodAffinitySymmetricWeight = 7, MaxVolumesOverride = 3 };

    private static readonly Dictionary<string, SchedulerPolicy?> Policies = new()
    {
        ["default provider"] = null,
        ["pod affinity"] = Policy(["MatchInterPodAffinity"], ["InterPodAffinityPriority"]),
        ["pod affinity alone"] = new SchedulerPolicy
        {
            Predicates = [new PredicatePolicy("MatchInterPodAffinity")],
            Priorities = [new PriorityPolicy("InterPodAffinityPriority", 3)],
        },
        ["labels"] = Custom(),
        ["images and no spreading"] = new SchedulerPolicy
        {
            Predicates = [new PredicatePolicy("PodFitsPorts")],
            Priorities = [new PriorityPolicy("ImageLocalityPriority", 2)],
        },
        ["services only"] = new SchedulerPolicy
        {
            Predicates = [new PredicatePolicy("PodFitsResources")],
            Priorities = [new PriorityPolicy("ServiceSpreadingPriority", 2), new PriorityPolicy("EqualPriority", 1)],
        },
        ["nothing"] = new SchedulerPolicy { Predicates = [], Priorities = [] },
    };

    /// <summary>
    /// No mark for spreading, or nothing but marks; room for everything, or for next to nothing (the cluster has eight nodes and more).
    /// </summary>
    private static readonly Gen<FastLimits> Limits = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Const(5), Gen.Const(99)), Gen.Bool, Gen.Bool, Gen.Bool, (
            keptFrom, fewTemplates, fewShapes, fewGroups) =>
        new FastLimits
        {
            SpreadKeptFrom = keptFrom,
            Templates = fewTemplates ? 2 : 16_384,
            ShapeNodes = fewShapes ? 20 : 8_000_000,
            SpreadNodes = fewGroups ? 20 : 8_000_000,
        });

    public static TheoryData<string> PolicyNames => [.. Policies.Keys];

    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Decides_as_the_plain_rule_whatever_changes_in_between(string policy)
    {
        var change = Gen.Frequency((12, Gen.Const(ChurnCluster.Change.Place)), (14, Gen.Enum<ChurnCluster.Change>()));
        Gen.Select(Gen.Select(change, Gen.Int[0, 9999]).Array[1, 120], Gen.Bool, Limits)
            .Sample((steps, inOrder, limits) => Replay(policy, steps, inOrder, limits), iter: 150);
    }

    /// <summary>Which settled starts that several runs share rest on: the names of pods are drawn in each.</summary>
    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Names_of_pods_decide_nothing(string policy) =>
        Gen.Select(Gen.Enum<ChurnCluster.Change>(), Gen.Int[0, 9999]).Array[60, 200].Sample(
            steps => Assert.Equal(HostsOf(policy, steps, static number => $"p{number}"), HostsOf(policy, steps, Backwards)), iter: 40);

    /// <summary>In another order than the numbers.</summary>
    private static string Backwards(ulong number) => new([.. $"{number:D4}".Reverse()]);

    private static List<string> HostsOf(string policy, (ChurnCluster.Change, int)[] steps, Func<ulong, string> nameOf)
    {
        var cluster = new ChurnCluster(
            SchedulingAlgorithm.From(Policies[policy], Settings, out _)!, new DecisionOrder(5), new FastLimits(), nameOf);
        foreach (var (change, number) in steps) cluster.Apply(change, number);
        return cluster.Hosts;
    }

    /// <summary>Equal answers would be cheap if the plain rule gave them all.</summary>
    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Makes_most_decisions_itself(string policy)
    {
        var cluster = new ChurnCluster(
            SchedulingAlgorithm.From(Policies[policy], Settings, out _)!, new DecisionOrder(3), new FastLimits { SpreadKeptFrom = 5 });
        for (var i = 0; i < 400; i++)
        {
            cluster.Apply(ChurnCluster.Change.Place, i * 7);
            cluster.Apply(ChurnCluster.Change.SetService, i);
            if (i % 3 > 0) cluster.Apply(ChurnCluster.Change.Remove, i * 31);
        }

        // Where the pods of a service are on racks that differ, the plain rule says which of them comes first.
        Assert.InRange(cluster.FastShare, policy == "labels" ? 0.2 : 0.5, 1);
    }

    private static void Replay(string policy, (ChurnCluster.Change Change, int Number)[] steps, bool inOrder, FastLimits limits)
    {
        var algorithm = SchedulingAlgorithm.From(Policies[policy], Settings, out _)!;
        var cluster = new ChurnCluster(algorithm, inOrder ? null : new DecisionOrder(5), limits);
        foreach (var (change, number) in steps) cluster.Apply(change, number);
    }

    private static SchedulerPolicy Custom() => new()
    {
        Predicates =
        [
            .. PredicateTable.DefaultNames.Select(name => new PredicatePolicy(name)),
            new PredicatePolicy("affinity") { ServiceAffinityLabels = ["rack", WellKnownLabels.Zone] },
            new PredicatePolicy("presence") { LabelsPresence = new LabelsPresence(["retiring"], false) },
        ],
        Priorities =
        [
            new PriorityPolicy("spread", 2) { ServiceAntiAffinityLabel = "rack" },
            new PriorityPolicy("zones", 1) { ServiceAntiAffinityLabel = WellKnownLabels.Zone },
            new PriorityPolicy("pools", 1) { LabelPreference = new LabelPreference("pool", true) },
            new PriorityPolicy("SelectorSpreadPriority", 3),
        ],
    };

    private static SchedulerPolicy Policy(string[] predicates, string[] priorities) => new()
    {
        Predicates = [.. PredicateTable.DefaultNames.Concat(predicates).Select(name => new PredicatePolicy(name))],
        Priorities = [.. PriorityTable.DefaultNames.Concat(priorities).Select((name, i) => new PriorityPolicy(name, 1 + i))],
    };
}
