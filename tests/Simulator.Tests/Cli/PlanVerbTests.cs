using System.Text.Json;
using Simulator.Tests.Studies.Planning;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class PlanVerbTests : IDisposable
{
    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    private string Forty => _town.Scenario(6, "{ generate: { count: 1, namePrefix: web, replicas: 40, cpu: 500m, memory: 10Mi } }");

    [Fact]
    public void Fit_answers_first_and_then_shows_the_table()
    {
        var answer = CommandLine.Run("plan", "fit", Forty, "--pods", _town.Pod());
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            """
            town · cluster c · 6 nodes in 3 zones · Kubernetes 1.3.10, default flags · at 0:00:00 · seed 1
            one copy: 1 pod of default/one

            8 more copies fit now, 0 after any one of the losses: zone a, zone b, zone c.
            After losing zone a 8 pods find no place: 8 of default/web-001 (Insufficient CPU).
            After losing zone b 8 pods find no place: 8 of default/web-001 (Insufficient CPU).
            After losing zone c 8 pods find no place: 8 of default/web-001 (Insufficient CPU).

            """,
            string.Join('\n', answer.Out.ReplaceLineEndings("\n").Split('\n').Take(8)));
        Assert.Contains(
            "Insufficient CPU on 6 nodes of a, b, c (wants 500m, the most that a node has free is 0m)", answer.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8", "nothing", 0)]
    [InlineData("9", "nothing", 1)]
    [InlineData("1", "zone", 1)]
    public void At_least_makes_it_a_gate(string copies, string lose, int code) =>
        Assert.Equal(code, CommandLine.Run("plan", "fit", Forty, "--pods", _town.Pod(), "--lose", lose, "--at-least", copies).ExitCode);

    [Fact]
    public void Fit_is_one_document_for_machines()
    {
        var answer = CommandLine.Run("plan", "fit", Forty, "--pods", _town.Pod(), "--json");
        using var document = JsonDocument.Parse(answer.Out);
        Assert.Equal(8, document.RootElement[0].GetProperty("now").GetProperty("copies").GetInt64());
        Assert.Equal(3, document.RootElement[0].GetProperty("afterLosses").GetArrayLength());
    }

    [Fact]
    public void A_later_moment_is_looked_at()
    {
        var rest = "outages: [{ at: 1m, kind: power-loss, zone: a }]";
        var scenario = _town.Scenario(6, "{ generate: { count: 1, replicas: 8, cpu: 500m, memory: 10Mi } }", rest: rest);
        Assert.StartsWith("40 more copies fit now.", Answer(scenario, "0s"), StringComparison.Ordinal);
        Assert.StartsWith("24 more copies fit now.", Answer(scenario, "10m"), StringComparison.Ordinal);

        string Answer(string path, string at) =>
            CommandLine.Run("plan", "fit", path, "--pods", _town.Pod(), "--lose", "nothing", "--at", at).Out.Split('\n')[3];
    }

    [Theory]
    [InlineData("--at 11m", "--at 11m: the run goes from 0:00:00 to 0:10:00")]
    [InlineData("--cluster west", "--cluster west: there is no such cluster; there are c")]
    [InlineData("--lose moon", "--lose: found 'moon'; allowed are zone, rack, pool, node, nothing")]
    public void Wrong_options_get_a_sentence(string options, string sentence)
    {
        var answer = CommandLine.Run(["plan", "fit", Forty, "--pods", _town.Pod(), .. options.Split(' ')]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "kind: DaemonSet\napiVersion: extensions/v1beta1\nmetadata: { name: d }\nspec: { template: { metadata: { labels: { a: b } }, "
            + "spec: { containers: [{ name: c, image: x }] } } }",
        "DaemonSet default/d has a pod on every node, which no scheduler places")]
    [InlineData(
        "kind: Service\napiVersion: v1\nmetadata: { name: s }\nspec: { ports: [{ port: 80 }] }",
        "there is no pod in it that a scheduler places")]
    [InlineData(
        "kind: Pod\napiVersion: v1\nmetadata: { name: p }\nspec: { nodeName: x, containers: [{ name: c, image: x }] }",
        "Pod default/p names its node x: no scheduler places it")]
    [InlineData("kind: Pod\napiVersion: v1\nmetadata: { name: p }\nspec: { containers: [] }", "spec.containers: Required value")]
    [InlineData("scenario: x", "this is a scenario")]
    public void Manifests_without_pods_get_a_sentence(string manifest, string sentence)
    {
        var answer = CommandLine.Run("plan", "fit", Forty, "--pods", _town.Manifest(manifest));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compact_answers_first()
    {
        var answer =
            CommandLine.Run("plan", "compact", _town.Scenario(6, "{ generate: { count: 1, replicas: 20, cpu: 500m, memory: 10Mi } }"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(
            "\n3 of 6 machines would do (50 % fewer).\nWith one machine fewer 4 pods find no place (allowed are 0): ",
            answer.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--trials 10", "--trials 10: the 90th percentile wants at least 11")]
    [InlineData("--pool q", "--pool q: there is no such pool; did you mean 'p'?; there are p")]
    public void Wrong_options_of_compact_get_a_sentence(string options, string sentence)
    {
        var answer = CommandLine.Run(["plan", "compact", Forty, .. options.Split(' ')]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }
}
