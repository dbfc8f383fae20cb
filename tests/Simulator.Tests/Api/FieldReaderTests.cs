using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Reading the keys of a scenario: what is wrong is told all at once, with its place.</summary>
public sealed class FieldReaderTests
{
    [Fact]
    public void All_errors_are_told_in_the_order_of_the_file()
    {
        var errors = Errors("""
            replicas: -3
            wait: 5
            modde: fast
            list: {}
            """);
        Assert.Equal(
        [
            "s.yaml:1:1  the key 'name' is missing",
            "s.yaml:1:11  replicas: '-3' is negative; allowed are whole numbers from 0",
            "s.yaml:2:7  wait: found the number 5; allowed is a duration such as 100ms, 40s, 5m, 1h30m (units ns us ms s m h)",
            "s.yaml:3:1  modde: unknown key; did you mean 'mode'?",
            "s.yaml:4:7  list: found a mapping; allowed is a list",
        ], errors);
    }

    [Fact]
    public void Choices_suggest_what_is_near()
    {
        var errors = Errors("name: x\nmode: fsat\nwhatever: 1");
        Assert.Equal(
            "s.yaml:2:7  mode: found 'fsat'; allowed are fast, slow; did you mean 'fast'?".Replace("; did you mean 'fast'?", Hint("fsat")),
            errors[0]);
        Assert.Equal("s.yaml:3:1  whatever: unknown key; allowed are list, mode, name, replicas, wait", errors[1]);
    }

    [Fact]
    public void Paths_lead_through_lists()
    {
        var errors = Errors("name: x\nlist:\n  - {size: 1Gi}\n  - {size: 1ki}\n");
        Assert.StartsWith("s.yaml:4:12  list[1].size: found '1ki'; allowed is a quantity", Assert.Single(errors));
    }

    private static string Hint(string found) => Wording.DidYouMean(found, ["fast", "slow"]);

    private static string[] Errors(string yaml)
    {
        var diagnostics = new Diagnostics();
        var node = SourceTree.ParseYaml("s.yaml", yaml, diagnostics).Single();
        new SourceCursor(node, SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Scenario)).Read(fields =>
        {
            fields.RequiredText("name");
            fields.Integer("replicas", 1, 0);
            fields.Duration("wait", TimeSpan.Zero);
            fields.OneOf("mode", "slow", "fast", "slow");
            fields.List("list", item => $"{item.Optional("size")?.Amount()}");
            return "";
        });
        return [.. diagnostics.Errors.Select(error => error.ToString())];
    }
}
