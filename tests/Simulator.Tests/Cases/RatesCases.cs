using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Files of rates as users meet them outside of risk.</summary>
public sealed class RatesCases : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "scenarios", "studies", "rates.yaml");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_one_that_ships_is_valid_and_strikes_the_shop()
    {
        Assert.Equal((ExitCode.Done, ""), (CommandLine.Run("validate", Shipped).ExitCode, CommandLine.Run("validate", Shipped).Error));
        var diagnostics = new Diagnostics();
        var shop = ScenarioReader.Read(Path.Combine(Path.GetDirectoryName(Shipped)!, "shop.yaml")).Scenario!;
        var rates = RatesFile.Read(Shipped, shop, diagnostics);
        Assert.Empty(diagnostics.Errors);
        Assert.Equal(7, rates!.Count);
    }

    [Theory]
    [InlineData("rates: [{ per: nodes }]", ":1:16  rates[0].per: found 'nodes'; did you mean 'node'?")]
    [InlineData("rates: [{ per: node, often: 3 }]", ":1:22  rates[0].often: unknown key; allowed are ")]
    [InlineData("rates: []", ":1:8  rates: the list is empty; allowed is at least one kind of trouble")]
    [InlineData("rates: [{ per: node, cluster: west }]", "")]
    public void What_is_wrong_with_one_is_told_without_a_scenario(string text, string sentence)
    {
        var answer = CommandLine.Run("validate", _folder.Write("r.yaml", text + "\n"));
        Assert.Equal(sentence.Length > 0 ? ExitCode.WrongInput : ExitCode.Done, answer.ExitCode);
        Assert.Contains(sentence, answer.Error);
    }

    [Fact]
    public void One_in_the_wrong_place_is_told_as_what_it_is()
    {
        Assert.Contains(
            "rates of troubles, not a scenario; one is struck by them: simulator risk SCENARIO --rates FILE",
            CommandLine.Run("run", Shipped).Error);
        _folder.Write("r.yaml", "rates: [{ per: node }]\n");
        var scenario = _folder.Write("s.yaml", ScenarioText.With("10>       - manifests: [r.yaml]"));
        Assert.Contains("rates of troubles, not a manifest; ", CommandLine.Run("validate", scenario).Error);
    }

    [Fact]
    public void They_have_a_schema()
    {
        var answer = CommandLine.Run("schema", "rates");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("\"aYear\": {", answer.Out);
        Assert.Contains("\"network-cut\"", answer.Out);
    }
}
