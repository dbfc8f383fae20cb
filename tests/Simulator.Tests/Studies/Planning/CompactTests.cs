using Simulator.Studies.Planning.Compact;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>How few machines would do: sums that can be done by hand, and what else can end it.</summary>
public sealed class CompactTests : IDisposable
{
    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    private CompactAnswer Compact(string scenario, params string[] pools) =>
        CompactPlan.Of(Town.Snapshot(scenario), pools, CompactPlan.TrialsMin, 1, CancellationToken.None);

    [Theory]
    [InlineData(12, 40, "500m", "10Mi", 5)]
    [InlineData(12, 41, "500m", "10Mi", 6)]
    [InlineData(12, 10, "100m", "6Gi", 5)]
    [InlineData(12, 12, "3", "10Mi", 12)]
    [InlineData(40, 300, "10m", "10Mi", 3)]
    public void Equal_pods_are_a_sum(int nodes, int pods, string cpu, string memory, int machines)
    {
        var answer = Compact(_town.Scenario(nodes, $"{{ generate: {{ count: 1, replicas: {pods}, cpu: {cpu}, memory: {memory} }} }}"));
        Assert.All(answer.Trials, trial => Assert.Equal(machines, trial));
        Assert.Equal((machines, nodes), (answer.Machines, answer.MachinesNow));
    }

    /// <summary>Of 1,000 pods two may find no place.</summary>
    [Fact]
    public void A_fifth_of_a_percent_may_find_no_place()
    {
        var answer = Compact(_town.Scenario(20, "{ generate: { count: 1, replicas: 1000, cpu: 63m, memory: 10Mi } }"));
        Assert.Equal(2, answer.UnplacedMax);

        // 63 fit on a node: 16 nodes take 1,008, 15 take 945.
        Assert.Equal(16, answer.Machines);
        answer = Compact(_town.Scenario(20, "{ generate: { count: 1, replicas: 1010, cpu: 63m, memory: 10Mi } }"));
        Assert.Equal((16, 2), (answer.Machines, answer.Unplaced.Sum(pods => pods.Count)));
        Assert.Equal(65, answer.Ends.Sum(pods => pods.Count));
        Assert.Equal("Insufficient CPU", answer.Ends[0].End.Reason);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_mixed_pods_lie_between_their_bounds()
    {
        var scenario = _town.Scenario(
            30,
            "{ generate: { count: 3, namePrefix: big, replicas: 5, cpu: 2600m, memory: 1Gi } }, "
                + "{ generate: { count: 5, namePrefix: small, replicas: 9, cpu: 700m, memory: 2Gi } }");
        var (one, two) = (Compact(scenario), Compact(scenario));
        Assert.Equal(one.Trials, two.Trials);

        // 15 x 2.6 + 45 x 0.7 = 70.5 CPU: at least 18 machines; the big ones want one each.
        Assert.All(one.Trials, trial => Assert.InRange(trial, 18, 30));
        Assert.Equal(one.Trials.Order().ElementAt(9), one.Machines);
    }

    [Fact]
    public void A_machine_that_a_user_has_chosen_stays()
    {
        var pod = _town.Manifest("""
            apiVersion: v1
            kind: Pod
            metadata: { name: here }
            spec: { nodeName: p-0003, containers: [{ name: c, image: "web:1" }] }
            """);
        var answer = Compact(_town.Scenario(6, $"{{ manifests: [{pod}] }}"));
        Assert.Equal((1, 1), (answer.Machines, answer.PinnedNodes));
    }

    [Fact]
    public void Nothing_can_be_spared_where_pods_wait_already()
    {
        var answer = Compact(_town.Scenario(2, "{ generate: { count: 1, replicas: 3, cpu: 3, memory: 10Mi } }"));
        Assert.Empty(answer.Trials);
        Assert.StartsWith(
            "No machine can be spared: 1 pod finds no place already", CompactText.Lines(answer).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_are_told_before_and_after()
    {
        var answer = Compact(_town.Scenario(
            10, "{ generate: { count: 1, replicas: 8, cpu: 1900m, memory: 10Mi } }", "machineType: n1-standard-4"));
        Assert.Equal((4, 10), (answer.Machines, answer.MachinesNow));
        Assert.Equal(answer.DollarsNow!.Value * 0.4, answer.DollarsThen!.Value, 6);
        Assert.StartsWith(
            "4 of 10 machines would do (60 % fewer): $0.76 an hour instead of $1.90.", CompactText.Lines(answer).First(),
            StringComparison.Ordinal);
    }
}
