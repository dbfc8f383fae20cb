using System.Text.Json;
using Simulator.Cli.Output;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class BenchSchedulerTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("spread")]
    [InlineData("node-affinity")]
    [InlineData("anti-affinity")]
    [InlineData("host-port")]
    [InlineData("claim")]
    public void Every_kind_of_pods_finds_its_places_and_the_plain_rule_agrees(string pods)
    {
        foreach (var count in (string[])["--decisions 40", "--templates 40"])
        {
            var answer =
                CommandLine.Run($"bench scheduler --nodes 90 --pods-per-node 5 --pods {pods} {count} --repeat 2 --json".Split(' '));
            Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
            var result = JsonDocument.Parse(answer.Out).RootElement;
            Assert.Equal(pods, result.GetProperty("pods").GetString());
            Assert.Equal(count.StartsWith("--t", StringComparison.Ordinal), result.GetProperty("newTemplates").GetBoolean());
            Assert.Equal(2, result.GetProperty("measurements").GetInt32());
            Assert.InRange(result.GetProperty("checked").GetInt32(), 3, 40);
            Assert.Equal(result.GetProperty("checked").GetInt32(), result.GetProperty("matching").GetInt32());
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("hard-spread")]
    [InlineData("anti-affinity")]
    public void The_framework_is_measured_the_same_way(string pods)
    {
        foreach (var count in (string[])["--decisions 40", "--templates 40"])
        {
            var answer =
                CommandLine.Run($"bench placement --nodes 90 --pods-per-node 5 --pods {pods} {count} --repeat 2 --json".Split(' '));
            Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
            var result = JsonDocument.Parse(answer.Out).RootElement;
            Assert.Equal(pods, result.GetProperty("pods").GetString());
            Assert.Equal(2, result.GetProperty("measurements").GetInt32());
            Assert.InRange(result.GetProperty("decisionsPerWallSecond").GetDouble(), 1, 1e9);
            Assert.InRange(result.GetProperty("bytesPerDecision").GetDouble(), 1, 1e7);
            Assert.InRange(result.GetProperty("checked").GetInt32(), 3, 40);
            Assert.Equal(result.GetProperty("checked").GetInt32(), result.GetProperty("matching").GetInt32());
        }
    }

    [Fact]
    public void The_help_says_what_varies() =>
        Assert.Contains("its service and its controller", CommandLine.Run("bench", "scheduler", "--help").Out.ReplaceLineEndings(" "));

    /// <summary>A question that the cluster has no room for is wrong input, not a bug.</summary>
    [Theory]
    [InlineData("--nodes 1 --pods-per-node 3 --templates 5 --pods anti-affinity")]
    [InlineData("--nodes 1 --pods-per-node 3 --templates 5 --pods host-port")]
    public void A_cluster_without_room_is_told(string question)
    {
        var answer = CommandLine.Run($"bench scheduler {question}".Split(' '));
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Contains("the cluster of the benchmark is full after", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_large_cluster_of_scale_is_not_the_smaller_one()
    {
        var answer = CommandLine.Run("bench scale --small 80 --large 40".Split(' '));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("--large: found 40; allowed are whole numbers from --small (80)", answer.Error, StringComparison.Ordinal);
    }
}
