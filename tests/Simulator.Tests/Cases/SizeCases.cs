using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Scenarios that are too large: for what is allowed, or for the memory of the machine.</summary>
public sealed class SizeCases : IDisposable
{
    private const string Shop = """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: shop }
        spec:
          replicas: 1
          template:
            metadata: { labels: { app: shop } }
            spec: { containers: [{ name: c, image: shop:1 }] }
        """;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("shop", 1_999_990, "")]
    [InlineData(
        "shop", 2_000_000, "clusters[0].workloads: asks for 2,000,006 pods, autoscaled objects at their maxReplicas; allowed are at most")]
    [InlineData("other", 2_000_001, "")]
    public void Pods_that_autoscalers_may_make_are_counted(string target, int most, string sentence)
    {
        _folder.Write("shop.yaml", Shop);
        _folder.Write("scaler.yaml", $$"""
            apiVersion: autoscaling/v1
            kind: HorizontalPodAutoscaler
            metadata: { name: shop }
            spec:
              scaleTargetRef: { kind: Deployment, name: {{target}} }
              maxReplicas: {{most}}
            """);
        Holds(Validate("11> ;;+>       - manifests: [shop.yaml, scaler.yaml];;+>     start: settled"), sentence);
    }

    [Theory]
    [InlineData("web-001", "")]
    [InlineData("web-002", "operations: with workloads and operations the scenario asks for 2,000,003 pods, autoscaled objects at their")]
    public void So_are_those_of_autoscalers_that_users_make(string other, string sentence) => Holds(
        Validate(
            "10>       - generate: { count: 3, replicas: 3, cpu: 100m, memory: 1Gi }"
                + ";;+> operations: [{ at: 1m, autoscale: rc/web-001, max: 1000000 },"
                + $" {{ at: 2m, autoscale: rc/{other}, max: 1000000 }}]"),
        sentence);

    /// <summary>406 MB are estimated.</summary>
    [Theory]
    [InlineData(
        0x0F000000, ExitCode.WrongInput,
        "clusters: 100,000 pods and 10,000 nodes need about 406 MB of memory, and this machine has 252 MB; allowed are")]
    [InlineData(
        0x1A000000, ExitCode.Done,
        "clusters: 100,000 pods and 10,000 nodes need about 406 MB of memory, and this machine has 436 MB: the run may end")]
    [InlineData(0x40000000, ExitCode.Done, "")]
    public void A_run_that_needs_more_memory_than_there_is_is_told(long limit, int exit, string sentence)
    {
        var large = ScenarioText.Small.Replace("count: 4", "count: 10000", StringComparison.Ordinal)
            .Replace("count: 2, replicas: 3", "count: 100, replicas: 1000", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "validate", _folder.Write("s.yaml", large)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        using var program = Process.Start(start)!;
        var error = program.StandardError.ReadToEnd();
        program.WaitForExit();
        Assert.Equal(exit, program.ExitCode);
        if (sentence.Length > 0) Assert.Contains(sentence, error, StringComparison.Ordinal);
        else Assert.DoesNotContain("this machine", error, StringComparison.Ordinal);
    }

    private CommandLine.Answer Validate(string edits) =>
        CommandLine.Run("validate", _folder.Write("s.yaml", ScenarioText.With(edits)));

    private static void Holds(CommandLine.Answer answer, string sentence)
    {
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.True(answer.ExitCode == (sentence.Length > 0 ? ExitCode.WrongInput : ExitCode.Done), answer.Error);
    }
}
