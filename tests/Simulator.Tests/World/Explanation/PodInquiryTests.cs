using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.Engine;
using Simulator.Reports.Text;
using Simulator.Tests.Stories;
using Simulator.World.Explanation;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World.Explanation;

/// <summary>What is said of a pod is what happened to it, and asking changes nothing.</summary>
public sealed class PodInquiryTests
{
    private static readonly Scenario Outage = Scenario(replicas: 24, milliCpu: 100, new OutageSpec
    {
        Kind = OutageKind.PowerLoss,
        At = 2.Minutes(),
        Cluster = "east",
        Where = new Place(PlaceScope.Node, "n-0001"),
        For = new Constant(12.Minutes()),
    });

    [Fact]
    public void Every_pod_s_explained_node_is_its_node_and_the_run_is_the_same()
    {
        var facts = new Facts();
        var plain = new ScenarioRun(Outage, facts);
        plain.Start();
        plain.Advance(Outage.Duration);
        var bound = facts.All.Where(fact => fact.Kind == ObservationKind.PodBound).ToList();
        Assert.True(bound.Count > 24, "some pods are replaced");
        foreach (var fact in bound.Where((_, i) => i % 5 == 0 || i >= 24))
        {
            var inquiry = Ask(Outage, fact.Subject, Outage.Duration, out var run);
            var why = Assert.Single(inquiry.Answers());
            Assert.Equal((fact.Other, fact.Other), (why.Decision!.Host, why.Decision.RuleHost));
            Assert.Equal(fact.Other, why.Decision.Best[0].Node);
            Assert.Equal(why.Decision.CandidateCount, why.Decision.FitCount + why.Decision.Rejected.Sum(group => group.Count));
            Assert.Equal(plain.Digest, run.Digest);
        }
    }

    [Fact]
    public void An_evicted_pod_knows_why_and_who_came_for_it()
    {
        var facts = new Facts();
        var plain = new ScenarioRun(Outage, facts);
        plain.Start();
        plain.Advance(Outage.Duration);
        var victim = facts.All.First(fact => fact.Kind == ObservationKind.PodDeletionMarked);
        var why = Ask(Outage, victim.Subject, Outage.Duration).Answers()[0];
        Assert.Equal(("n-0001", "Unknown"), (why.Eviction!.Node, why.Eviction.Status));
        Assert.Equal(why.Eviction.MarkedAt - 40.Seconds() + 5.Minutes(), why.Eviction.Turn!.Due);
        Assert.Contains(why.Events, line => line.Text == "n-0001: PowerLoss (nobody knows yet)" && line.At == 2.Minutes());
        Assert.Contains(why.Events, line => line.Text == "marked for deletion" && line.At == victim.At);
        var heir = why.ReplacedBy[..why.ReplacedBy.IndexOf(',', StringComparison.Ordinal)];
        Assert.StartsWith(victim.Subject + ", lost at ", Ask(Outage, heir, Outage.Duration).Answers()[0].Replaces);
    }

    [Fact]
    public void A_pod_that_waits_is_told_what_would_help_as_the_predicates_see_it()
    {
        var scenario = Scenario(replicas: 13, milliCpu: 1900);
        var facts = new Facts();
        var run = new ScenarioRun(scenario, facts);
        run.Start();
        run.Advance(scenario.Duration);
        var waiting = facts.All.Last(fact => fact.Kind == ObservationKind.PodUnschedulable).Subject;
        var why = Ask(scenario, waiting, 10.Minutes()).Answers()[0];
        Assert.StartsWith("Pending since 0:00:00 (0:10:00 ago), tried ", why.State);
        Assert.Equal((SchedulingOutcome.Unschedulable, 0, 6), (why.Decision!.Outcome, why.Decision.FitCount, why.Decision.CandidateCount));
        Assert.Equal(
            [("Insufficient CPU", 6, "wants 1900m, the most that a node has free is 200m", "n-0001")],
            why.Decision.Rejected.Select(group => (group.Reason, group.Count, group.Detail, group.Example)));
        Assert.Equal(
            ["1 more node of pool n in any zone", "a CPU request of at most 200m", "web-* scaled down by 1"], why.Decision.Remedies);
        Assert.True(why.NextTry > 10.Minutes());
    }

    /// <summary>Zone b is dead, and the disk is there.</summary>
    [Fact]
    public void A_pod_whose_disk_is_in_a_dead_zone_is_told_so()
    {
        var dark = Scenario(
            replicas: 1, milliCpu: 100,
            new OutageSpec { Kind = OutageKind.PowerLoss, At = 1.Minutes(), Cluster = "east", Where = new Place(PlaceScope.Zone, "b") });
        dark = dark with
        {
            Clusters = [dark.Clusters[0] with
            {
                Workloads = [new WorkloadSpec(
                    TimeSpan.Zero, [.. Disks.Bound("data", "b"), Workloads.Controller("db", 1, 100).Using("data")])],
            }],
        };
        var facts = new Facts();
        var run = new ScenarioRun(dark, facts);
        run.Start();
        run.Advance(dark.Duration);
        Assert.Equal(
            ("data", "default/data"),
            Assert.Single(facts.All.Where(fact => fact.Kind == ObservationKind.DiskClaimed).Select(fact => (fact.Subject, fact.Other))));
        var waiting = facts.All.Last(fact => fact.Kind == ObservationKind.PodUnschedulable).Subject;
        var why = Ask(dark, waiting, dark.Duration).Answers()[0];
        var group = Assert.Single(why.Decision!.Rejected);
        Assert.Equal(
            ("NoVolumeZoneConflict", 4, "the disk of claim data is in zone b; these nodes are in zone a, zone c", "n-0001"),
            (group.Reason, group.Count, group.Detail, group.Example));
        Assert.Equal(["a", "c"], group.Zones);
    }

    /// <summary>Only zone b takes it, where nothing of its controller runs: 0/0 in the real one.</summary>
    [Fact]
    public void A_score_that_is_no_number_is_called_so()
    {
        var plain = Scenario(replicas: 1, milliCpu: 100);
        plain = plain with
        {
            Clusters = [plain.Clusters[0] with
            {
                Workloads = [new WorkloadSpec(
                    TimeSpan.Zero, [.. Disks.Bound("data", "b"), Workloads.Controller("db", 1, 100).Using("data")])],
            }],
        };
        var facts = new Facts();
        var run = new ScenarioRun(plain, facts);
        run.Start();
        var lines = WhyText.Lines(Ask(
            plain, facts.All.First(fact => fact.Kind == ObservationKind.PodBound).Subject, 1.Minutes()).Answers()[0]).ToList();
        Assert.Contains("    NaN: nothing like it runs in the zones of these nodes, and 1.3 divides 0 by 0 there", lines);
        Assert.DoesNotContain(lines, line => line.Contains("92233720368547", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_found_by_a_wrong_name() => Assert.False(Ask(Outage, "default/nobody", 1.Minutes()).IsFound);

    private static PodInquiry Ask(Scenario scenario, string pod, TimeSpan at) => Ask(scenario, pod, at, out _);

    private static PodInquiry Ask(Scenario scenario, string pod, TimeSpan at, out ScenarioRun run)
    {
        var inquiry = new PodInquiry(new PodQuery(pod[(pod.IndexOf('/', StringComparison.Ordinal) + 1)..], "default", null));
        run = new ScenarioRun(scenario, inquiry);
        inquiry.Follow(run);
        run.Start();
        run.Advance(at);
        return inquiry;
    }

    private static Scenario Scenario(int replicas, long milliCpu, params OutageSpec[] outages) => new()
    {
        Name = "why",
        Duration = 20.Minutes(),
        Clusters =
        [
            new ClusterSpec
            {
                Name = "east",
                Zones = ["a", "b", "c"],
                NodePools = [new NodePoolSpec { Name = "n", Count = 6, Capacity = Workloads.Machine }],
                Workloads = [new WorkloadSpec(TimeSpan.Zero, [Workloads.Service("web"), Workloads.Controller("web", replicas, milliCpu)])],
            },
        ],
        Outages = outages,
    };

    private sealed class Facts : IObserver
    {
        public List<Observation> All { get; } = [];

        public void Observe(in Observation observation) => All.Add(observation);
    }
}
