using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Traces that tell what happens to a pod, an event a row.</summary>
public sealed class TraceEventCases
{
    /// <summary>Large traces are published in hundreds of files, and a task ends in another than the one in which it came.</summary>
    [Fact]
    public void Events_of_a_pod_stand_in_several_files()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "parts/part-00000-of-00002.csv",
            "600000000,,1,0,,0,u,0,0,0.125,0.0625,0,0\n605000000,,1,0,m1,1,u,0,0,0.125,0.0625,0,0\n");
        folder.Write("parts/part-00001-of-00002.csv", "625000000,,1,0,m1,4,u,0,0,0.125,0.0625,0,0\n");
        folder.Write("parts/machine_events.csv", "0,m1,0,p,0.5,0.5\n");
        var answer = TraceCases.Trace(
            folder, "parts", "--format", "google2011", "--machines", "1", "--cpu", "96", "--memory", "512Gi", "--queue", "first-come");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(["1-0 0 20 8 16384"], TraceCases.Pods(folder).Select(TraceFormatCases.Written));
    }

    /// <summary>Tables that are exported from BigQuery have no order: what comes of it is told with its number.</summary>
    [Theory]
    [InlineData("google2019", "Odd, 3 times: an event stands after a later one", ExitCode.Done)]
    [InlineData("google2011", "its time (601 s) is before that of the row above (611 s)", ExitCode.WrongInput)]
    public void Events_that_run_backwards_are_told(string format, string told, int exitCode)
    {
        using var folder = new ScratchFolder();
        folder.Write("events", format == "google2019"
            ? Instance(611, "6", 7) + Instance(600, "0", 7) + Instance(601, "3", 7) + Instance(600, "0", 8)
            : "600000000,,1,0,,0,u,0,0,0.1,0.1,0,0\n611000000,,1,0,m,1,u,0,0,0.1,0.1,0,0\n601000000,,1,0,m,4,u,0,0,0.1,0.1,0,0\n");
        var answer = TraceCases.Trace(
            folder, "events", "--format", format, "--machines", "1", "--cpu", "96", "--memory", "512Gi", "--queue", "first-come");
        Assert.Equal(exitCode, answer.ExitCode);
        Assert.Contains(told, answer.Out + answer.Error, StringComparison.Ordinal);
    }

    private static string Instance(int seconds, string type, int collection) => TraceFormatCases.Instance(seconds, type, collection, 0);
}
