using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Reports.Measures;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Sources;
using Simulator.Studies.Files;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The JSON Schema accepts what the reader accepts.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = ScenarioSchema.ToJson(new Book());

    public static TheoryData<string> Shipped { get; } = new(Directory.GetFiles(
        Repository.Folder("scenarios"), "*.yaml").Select(path => Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenarios_match_the_schema_and_validate(string name)
    {
        var path = Path.Combine(Repository.Root, "scenarios", name);
        Assert.Empty(SchemaCheck.Problems(Schema, Tree(File.ReadAllText(path))));
        Assert.Empty(ScenarioReader.Read(path).Diagnostics.All);
    }

    [Theory]
    [InlineData("2> duration: 10", "duration")]
    [InlineData("2> duration: 10 minutes", "duration")]
    [InlineData("+> colour: red", "colour")]
    [InlineData("+> seed: -1", "seed")]
    [InlineData("4>   - nam: c", "nam")]
    [InlineData("6>     zones: a", "zones")]
    [InlineData("8>       - { name: p, count: 4 }", "oneOf")]
    [InlineData("8>       - { name: p, capacity: { cpu: 4 }, count: 4 }", "memory")]
    [InlineData("8>       - { name: p, capacity: { cpu: 4x, memory: 8Gi }, count: 4 }", "cpu")]
    [InlineData("11>     start: warm", "start")]
    [InlineData("11>     controlPlane: { kubelet: { maxpods: 4 } }", "maxpods")]
    [InlineData("+> outages: [{ at: 1m, kind: fire, zone: a }]", "kind")]
    [InlineData("+> expect: [{ measure: pods.created, atMost: soon }]", "atMost")]
    public void What_the_schema_refuses_the_reader_refuses(string edits, string word)
    {
        var text = ScenarioText.With(edits);
        Assert.Contains(SchemaCheck.Problems(Schema, Tree(text)), problem => problem.Contains(word, StringComparison.Ordinal));
        Assert.Null(ScenarioText.Read(text).Scenario);
    }

    [Theory]
    [InlineData("1> scenario: 2016")]
    [InlineData("2> duration: 1h1.5m")]
    [InlineData("+> outages: [{ at: 0, for: 1m, kind: network-cut, zone: a }]")]
    [InlineData("11>     applications: [{ selector: { app: web-001 }, crashesAfter: exponential mean 2d, stopsIn: uniform 0s to 2s, "
        + "memory: 1Gi }]")]
    [InlineData("11>     applications: [{ state: { kind: primary-replica, failOver: 30s, promote: lowest-ordinal, data: 2Gi, "
        + "catchUpRate: 80M, readyWhileCatchingUp: true }, initializedAfter: uniform 1m to 5m }]")]
    [InlineData("11>     applications: [{ selector: { app: db }, init: [{ name: clone, copies: 10Gi, bytesPerSecond: 50M, fails: 0.1 }, "
        + "{ runsFor: 5s }], sandboxDiesAfter: exponential mean 2d }]")]
    [InlineData("11>     controlPlane: { kubelet: { container-runtime: rkt, eviction-hard: memory.available<100Mi } }")]
    [InlineData("11>     controlPlane: { controller-manager: { cloud-provider: true } }")]
    [InlineData("11>     controlPlane: { controller-manager: { cloud-provider: aws } }")]
    [InlineData("11>     storage: { class: ssd, provision: uniform 1s to 9s, attachMax: 4 }")]
    [InlineData("8>       - { name: p, capacity: { cpu: 4.5, memory: 1e10 }, count: 4 }")]
    [InlineData("+> expect: [{ measure: pods.created, atMost: 99.9%, atLeast: 0 }, { measure: recovery.zone.a, atMost: 1h }]")]
    public void What_the_reader_takes_the_schema_takes(string edits)
    {
        var text = ScenarioText.With(edits);
        Assert.Empty(ScenarioText.Read(text).Diagnostics.Errors);
        Assert.Empty(SchemaCheck.Problems(Schema, Tree(text)));
    }

    [Fact]
    public void The_tables_of_the_readme_are_printed_by_the_program()
    {
        var tables = ScenarioSchema.ToMarkdown();
        Page.Says(
            Path.Combine("scenarios", "README.md"), tables, tables[..tables.IndexOf('\n')],
            line => line.StartsWith("## ", StringComparison.Ordinal));
    }

    [Fact]
    public void So_are_those_of_studies_and_rates()
    {
        foreach (var tables in new[] { StudySchema.ToMarkdown(), RatesSchema.ToMarkdown() })
        {
            Page.Says(
                Path.Combine("scenarios", "README.md"), tables, tables[..tables.IndexOf('\n')],
                line => line.StartsWith("## ", StringComparison.Ordinal));
        }
    }

    private static JsonNode? Tree(string yaml) => ToJson(Assert.Single(SourceTree.ParseYaml("s.yaml", yaml, new Diagnostics())));

    private static JsonNode? ToJson(SourceNode node) => node switch
    {
        SourceMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        SourceSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        SourceScalar { Kind: ScalarKind.Null } => null,
        SourceScalar scalar when scalar.TryInteger(out var number) => number,
        SourceScalar scalar when scalar.TryBoolean(out var flag) => flag,
        SourceScalar { Kind: ScalarKind.Decimal } scalar => double.Parse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture),
        _ => ((SourceScalar)node).Text,
    };

    [Theory]
    [InlineData("pod.created")]
    [InlineData("recovery.zone.")]
    [InlineData("xrecovery.zone.a")]
    public void Only_names_of_measures_are_taken(string measure)
    {
        var text = ScenarioText.With($"+> expect: [{{ measure: {measure}, atMost: 1 }}]");
        Assert.Contains(SchemaCheck.Problems(Schema, Tree(text)), problem => problem.Contains("measure", StringComparison.Ordinal));
    }

    [Fact]
    public void Machine_types_are_suggested_and_those_of_a_file_are_taken()
    {
        var form = Schema["$defs"]!["nodePool"]!["properties"]!["machineType"]!["anyOf"]!;
        Assert.Contains("n1-standard-4", form[0]!["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Empty(SchemaCheck.Problems(Schema, Tree(ScenarioText.With("8>       - { name: p, machineType: my-own, count: 4 }"))));
    }

    private sealed class Book : IMeasureBook
    {
        public IReadOnlyList<string> Patterns { get; } = [.. MeasureCatalog.All.Select(entry => entry.Pattern)];

        public IMeasureBook AfterWarmUp => this;

        public string? Problem(string measure, Scenario scenario) => null;

        public string UnitOf(string measure) => "";
    }
}
