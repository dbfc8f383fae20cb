using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

public sealed class ValidateJsonTests
{
    [Fact]
    public void All_that_is_wrong_is_one_document()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With("2> duration: 10;; +> seed: -1"));
        var answer = CommandLine.Run("validate", path, "--json");
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Error));
        var document = JsonNode.Parse(answer.Out)!;
        Assert.False((bool)document["isValid"]!);
        var first = document["diagnostics"]![0]!;
        Assert.Equal(
            ("error", path, 2, 11), ((string?)first["severity"], (string?)first["file"], (int)first["line"]!, (int)first["column"]!));
        Assert.Equal(2, document["diagnostics"]!.AsArray().Count);
    }

    [Fact]
    public void A_valid_file_says_so()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", ScenarioText.Small), "--json");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.True((bool)JsonNode.Parse(answer.Out)!["isValid"]!);
    }
}
