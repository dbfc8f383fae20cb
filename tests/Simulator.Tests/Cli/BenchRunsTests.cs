using System.Text.Json;
using Simulator.Cli.Output;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class BenchRunsTests
{
    [Fact]
    public void Runs_are_told_by_the_second_and_are_the_same_on_any_number_of_threads()
    {
        var answer = CommandLine.Run("bench", "runs", "--runs", "10", "--threads", "2", "--json");
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        using var document = JsonDocument.Parse(answer.Out);
        var root = document.RootElement;
        Assert.Equal([1, 2], root.GetProperty("speeds").EnumerateArray().Select(speed => speed.GetProperty("threads").GetInt32()));
        Assert.All(
            root.GetProperty("speeds").EnumerateArray(),
            speed => Assert.True(
                speed.GetProperty("perSecond").GetDouble() > 0
                && speed.GetProperty("perCpuSecond").GetDouble() > 0
                && speed.GetProperty("allocatedBytesPerRun").GetDouble() > 1e5));
        var alone = CommandLine.Run("bench", "runs", "--runs", "10", "--threads", "1");
        Assert.Contains($"10 runs; digest {root.GetProperty("digest").GetString()![..16]}", alone.Out);
        Assert.Matches(@"^1 thread: [0-9.,]+ runs a second, [0-9.,]+ a CPU second, [0-9.]+ MB allocated a run; ", alone.Out);
    }
}
