using System.Diagnostics;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class InterruptionTests
{
    /// <summary>Longer than the program takes by far, shorter than the start of this cluster.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Ctrl_C_is_heard_while_a_large_cluster_starts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent with kill");
        Assert.SkipWhen(InterruptsAreIgnored(), "this shell's background jobs ignore Ctrl-C, and so do their children");
        using var folder = new ScratchFolder();
        var large = ScenarioText.Small.Replace("count: 4", "count: 20000", StringComparison.Ordinal)
            .Replace("replicas: 3", "replicas: 90000", StringComparison.Ordinal);
        var start = new ProcessStartInfo(
            "dotnet", [typeof(ExitCode).Assembly.Location, "run", folder.Write("s.yaml", large), "--out", folder.Path + "/out"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        await run.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var told = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", $"{run.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var ended = run.WaitForExit(Longest);
        if (!ended) run.Kill();
        Assert.True(ended, "it goes on");
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("interrupted: no results were written", await told, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path + "/out"));
    }

    /// <summary>What a shell without job control does to a job that it starts with an ampersand; processes inherit it.</summary>
    private static bool InterruptsAreIgnored()
    {
        const ulong Interrupt = 1UL << (2 - 1);
        var mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
