using System.Text;
using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>Files that mean harm, or are something else, get one sentence in little time and memory.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_bomb_of_aliases()
    {
        var bomb = new StringBuilder("scenario: s\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var i = 1; i < 12; i++) bomb.Append($"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n");
        Refused("s.yaml", bomb.ToString(), "has more than 1,000,000 nodes (aliases expanded)");
    }

    [Fact]
    public void Depth() => Refused("s.yaml", "scenario: " + new string('[', 50_000), "nested more than 100 levels deep");

    [Fact]
    public void A_file_of_100_MB()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "s.yaml");
        using (var file = File.Create(path)) file.SetLength(100_000_000);
        Check(path, "the file has 100,000,000 bytes; allowed are at most 16 MiB");
    }

    [Theory]
    [InlineData("scenario: [", "not YAML")]
    [InlineData("scenario: s\n\tduration: 1m", "not YAML")]
    [InlineData("{\"scenario\"", "not YAML")]
    [InlineData("\0\u0001\u0002", "s.yaml:1:1  this is a binary file")]
    [InlineData("", "the file holds no document")]
    [InlineData("scenario: a\n---\nscenario: b", "the file holds 2 documents; allowed is one scenario")]
    [InlineData("scenario: a\nscenario: b", "scenario")]
    public void Not_a_scenario(string text, string sentence) => Refused("s.yaml", text, sentence);

    [Fact]
    public void Not_text()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "s.yaml");
        File.WriteAllBytes(path, [0xe9, 0xfe, 0xfd]);
        Check(path, "the file is not text in UTF-8");
    }

    [Fact]
    public void A_folder_instead_of_a_file()
    {
        using var folder = new ScratchFolder();
        Check(folder.Path, "this is a folder; allowed is a file");
    }

    [Theory]
    [InlineData("8>       - { name: p, capacity: { cpu: 999999999999E, memory: 8Gi }, count: 4 }")]
    [InlineData("8>       - { name: p, capacity: { cpu: 9E, memory: 9E }, count: 100000 }")]
    [InlineData("10>       - generate: { count: 100000, replicas: 1000000, cpu: 9E, memory: 9E }")]
    [InlineData("2> duration: 999999999999999999999999h")]
    [InlineData("+> outages: [{ at: 1m, for: 2562047h, kind: power-loss, zone: a }]")]
    [InlineData("+> expect: [{ measure: x, atMost: 1e999 }]")]
    [InlineData("+> seed: 99999999999999999999")]
    public void Numbers_beyond_reason_are_no_bug(string edits)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With(edits));
        Assert.InRange(CommandLine.Run("validate", path).ExitCode, ExitCode.Done, ExitCode.WrongInput);
    }

    private static void Refused(string name, string text, string sentence)
    {
        using var folder = new ScratchFolder();
        Check(folder.Write(name, text), sentence);
    }

    private static void Check(string path, string sentence)
    {
        var answer = CommandLine.Run("run", path, "--out", Path.Combine(Path.GetTempPath(), "simulator-tests-never-written"));
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Contains(sentence, answer.Error);
        Assert.DoesNotContain("   at ", answer.Error);
        Assert.False(Directory.Exists(Path.Combine(Path.GetTempPath(), "simulator-tests-never-written")));
    }
}
