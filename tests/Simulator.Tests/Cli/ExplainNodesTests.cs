using System.Globalization;
using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>Asking why there are so many nodes.</summary>
public sealed class ExplainNodesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void While_a_machine_comes_it_says_what_is_waited_for()
    {
        var answer = Explain("--at", "3m");
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("p  4 machines (1 ready, 3 coming), min 1, max 4", answer.Out);
        Assert.Contains("nothing was decided: wrong number of nodes for node group: p expected: 4 actual: 1", answer.Out);
        Assert.Contains("p grows from 1 to 4", answer.Out);
    }

    [Fact]
    public void In_the_round_that_grows_it_says_for_whom()
    {
        var grown = Explain("--at", "3m").Out.Split('\n').First(line => line.Contains("grows from", StringComparison.Ordinal)).Trim();
        var second = TimeSpan.Parse(grown[..grown.IndexOf(' ')], CultureInfo.InvariantCulture);
        var answer = Explain("--at", $"{second.TotalSeconds + 1}s");
        Assert.Contains("would help", answer.Out);
        Assert.Contains("grew: p from 1 to 4 for ", answer.Out);
    }

    [Fact]
    public void At_its_maximum_it_says_so()
    {
        var answer = Explain("--at", "15m");
        Assert.Contains("p does not help: it has its maximum of 4 nodes", answer.Out);
        Assert.Contains("did not grow", answer.Out);
        Assert.Contains("no node is little used", answer.Out);
    }

    [Fact]
    public void Json_is_one_document()
    {
        using var document = JsonDocument.Parse(Explain("--at", "3m", "--json").Out);
        Assert.Equal(4, document.RootElement.GetProperty("groups")[0].GetProperty("machines").GetInt32());
    }

    [Fact]
    public void Without_an_autoscaler_there_is_nothing_to_explain()
    {
        var answer = CommandLine.Run("explain", _folder.Write("plain.yaml", ScenarioText.Small), "nodes");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("no cluster of this scenario has a cluster-autoscaler", answer.Error);
    }

    [Fact]
    public void Other_kinds_need_a_name()
    {
        var answer = CommandLine.Run("explain", _folder.Write("plain.yaml", ScenarioText.Small), "pod");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("explain pod needs a name", answer.Error);
    }

    private CommandLine.Answer Explain(params string[] arguments) => CommandLine.Run(
    [
        "explain",
        _folder.Write("s.yaml", """
            scenario: s
            duration: 20m
            clusters:
              - name: c
                zones: [a]
                nodePools:
                  - { name: p, capacity: { cpu: 1, memory: 4Gi }, count: 1, min: 1, max: 4 }
                controlPlane:
                  controller-manager: { cloud-provider: gce }
                  cluster-autoscaler: { version: 0.3.0 }
                workloads:
                  - at: 1m
                    generate: { kind: ReplicationController, count: 1, replicas: 45, cpu: 100m, memory: 1Mi }
            """),
        "nodes", .. arguments,
    ]);
}
