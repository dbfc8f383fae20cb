using Simulator.Studies.Files;
using Simulator.Studies.Runs;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>What a study may say of its plan, and which sentences it gets for what it may not.</summary>
public sealed class PlanFileTests : IDisposable
{
    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    private StudyFile Read(
        string plan, string expect = "{ measure: pods.pendingAtEnd, atMost: 0 }", string rest = "", string zones = "[a, b, c]",
        string pool = "machineType: n1-standard-4")
    {
        _town.Scenario(6, "{ generate: { count: 1, replicas: 4, cpu: 500m, memory: 10Mi } }", pool, zones: zones);
        return StudyReader.Read(
            _town.Manifest(
                $"study: s\nscenario: town.yaml\nplan: {{ {plan} }}\nexpect: [{expect}]\n{rest}", "study.yaml"), MeasureNames.Instance);
    }

    private const string Count = "smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9";

    [Fact]
    public void Defaults_are_good()
    {
        var plan = Read($"{Count}, lose: each zone").Study!.Plan!;
        Assert.Equal((PlanGoal.Smallest, 20, 0.95), (plan.Goal, plan.Seeds, plan.Confidence));
        Assert.Equal(["2", "3", "4", "5", "6", "7", "8", "9"], plan.Axes[0].Values);
        var losses = plan.Lose.Of(Town.Read(Path.Combine(Path.GetDirectoryName(_town.Manifest("", "x"))!, "town.yaml")));
        Assert.Equal(["losing a", "losing b", "losing c"], losses.Select(lost => lost.Title));
        Assert.Equal("outages[+]={ at: 1m, kind: power-loss, cluster: c, zone: a }", losses[0].Settings[0].ToString());
    }

    /// <summary>ln 0.05 / ln 0.9 = 28.4.</summary>
    [Theory]
    [InlineData("holdsIn: 90%", 29)]
    [InlineData("holdsIn: 90%, confidence: 99%", 44)]
    [InlineData("holdsIn: 50%", 5)]
    public void Seeds_follow_from_what_is_to_hold(string keys, int seeds) =>
        Assert.Equal(seeds, Read($"{Count}, {keys}").Study!.Plan!.Seeds);

    /// <summary>A study may ask for what only the outages of its plan make.</summary>
    [Fact]
    public void Objectives_may_be_about_what_is_lost() =>
        Assert.NotNull(Read($"{Count}, lose: each zone", "{ measure: recovery.allReplicasReady, atMost: 5m }").Study);

    [Fact]
    public void Of_many_places_some_are_lost()
    {
        var plan = Read($"{Count}, lose: each node, most: 3").Study!.Plan!;
        var scenario = Town.Read(Path.Combine(Path.GetDirectoryName(_town.Manifest("", "x"))!, "town.yaml"));
        Assert.Equal(["losing p-0001", "losing p-0003", "losing p-0005"], plan.Lose.Of(scenario).Select(lost => lost.Title));
    }

    /// <summary>The other scenario is what is expected.</summary>
    [Fact]
    public void A_plan_may_want_to_be_as_good_as_another_scenario()
    {
        Other("10m");
        var peer = Read($"{Count}, asGoodAs: {{ scenario: other.yaml, measures: [pods.pendingAtEnd] }}", expect: "").Study!.Plan!.Peer!;
        Assert.Equal(("other.yaml", "other"), (peer.Name, peer.Scenario.Name));
        Assert.Equal(["pods.pendingAtEnd"], peer.Measures);
    }

    [Theory]
    [InlineData("scenario: other.yaml, measures: [pods.pendingAtEnd]", "9m", "runs for 9m, and the study's for 10m")]
    [InlineData("scenario: other.yaml, measures: []", "10m", "names none")]
    [InlineData("scenario: other.yaml, measures: [pods.pendingAtEn]", "10m", "did you mean 'pods.pendingAtEnd'?")]
    [InlineData("scenario: other.yaml, measures: [requests.total]", "10m", "requests.total")]
    [InlineData("scenario: other.yaml", "10m", "measures")]
    [InlineData("scenario: another.yaml, measures: [pods.pendingAtEnd]", "10m", "another.yaml")]
    public void What_sets_the_standard_is_checked(string standard, string duration, string sentence)
    {
        Other(duration);
        var (study, diagnostics) = Read($"{Count}, asGoodAs: {{ {standard} }}");
        Assert.Null(study);
        Assert.Contains(diagnostics.Errors, error => error.ToString().Contains(sentence, StringComparison.Ordinal));
    }

    private void Other(string duration) => _town.Manifest(
        $"scenario: other\nduration: {duration}\nclusters: [{{ name: c, zones: [a], nodePools: [{{ name: p, count: 1, machineType: "
            + "n1-standard-4 }] }]",
        "other.yaml");

    [Theory]
    [InlineData(
        "smallest: 'clusters[0].nodePools[0].coun', from: 2, to: 9",
        "with 2: there is no key 'coun' in clusters[0].nodePools[0]; did you mean 'count'?")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 9, to: 2", "begins after its end, so that it has no values")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 9", "has no 'to'; smallest and largest need from and to")]
    [InlineData("smallest: 'duration', from: 1m, to: 9m", "is no range: allowed is A..B:STEP")]
    [InlineData("from: 9, to: 12", "has none of smallest, largest, cheapest; allowed is exactly one")]
    [InlineData("smallest: a, largest: b, from: 1, to: 2", "stands beside smallest; allowed is exactly one of smallest, largest, cheapest")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9, at: 3m", "means nothing where nothing is lost")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9, lose: each house", "each zone, each rack")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9, lose: each zone, at: 11m", "is not before the end of the run")]
    [InlineData(
        "smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9, lose: each zone, cluster: west",
        "there is no cluster 'west'; there are c")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: 2, to: 9, confidence: 0", "a share above 0 and below 1")]
    [InlineData("smallest: 'clusters[0].nodePools[0].count', from: -3, to: 9", "with -3: ")]
    public void A_wrong_plan_gets_a_sentence(string plan, string sentence)
    {
        var (study, diagnostics) = Read(plan);
        Assert.Null(study);
        Assert.Contains(diagnostics.Errors, error => error.ToString().Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Cheapest_needs_prices()
    {
        const string Cheapest = "cheapest: [{ set: 'clusters[0].nodePools[0].count', values: 2..9 }]";
        Assert.NotNull(Read(Cheapest).Study);
        var errors = Read(Cheapest, pool: "capacity: { cpu: 4, memory: 8Gi }").Diagnostics.Errors;
        Assert.Contains("nobody says what a machine of pool p costs", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objectives_are_needed_and_held_against_the_scenario()
    {
        Assert.Contains("has no objective to meet", Assert.Single(Read(Count, "").Diagnostics.Errors).Message, StringComparison.Ordinal);
        var lack = Read(Count, "{ measure: requests.failed, atMost: 0 }").Diagnostics.Errors;
        Assert.Contains("the scenario has no traffic", Assert.Single(lack).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_seeds_for_a_share_are_refused() =>
        Assert.Contains(
            "10 seeds are not enough to be 95 % sure of it; 29 are", Assert.Single(Read(
                $"{Count}, holdsIn: 90%", rest: "seeds: 10").Diagnostics.Errors).Message,
            StringComparison.Ordinal);

    [Fact]
    public void One_zone_is_remarked()
    {
        var (study, diagnostics) = Read($"{Count}, lose: each zone", zones: "[a]");
        Assert.NotNull(study);
        Assert.Contains(diagnostics.Remarks, remark => remark.Message.Contains("with it all nodes are lost", StringComparison.Ordinal));
    }
}
