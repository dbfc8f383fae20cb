using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>A record that lies in another folder names the same files.</summary>
public sealed class RecordedScenarioTests
{
    private static readonly ServedSpec Served = new(DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("11>     start: as-found;; +>     found: found", "found: ../found")]
    [InlineData("11>     controlPlane: { scheduler: { config: profiles.yaml } }", "config: ../profiles.yaml")]
    [InlineData("11>     controlPlane: { scheduler: { policy-config-file: p.json } }", "policy-config-file: ../p.json")]
    [InlineData("10>       - { manifests: [a.yaml, more/b.yaml] }", "manifests: [../a.yaml, ../more/b.yaml]")]
    [InlineData("1> scenario: s\nmachineTypes: types.csv", "machineTypes: ../types.csv")]
    [InlineData("+> operations: [{ at: 1m, apply: [a.yaml] }]", "apply: [../a.yaml]")]
    public void A_path_leads_to_the_same_file(string edits, string expected) => Assert.Contains(expected, Text(edits));

    [Fact]
    public void What_only_looks_like_one_stays() => Assert.Contains(
        "{ config: a, file: b }",
        Text("8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, labels: { config: a, file: b } }"));

    private static string Text(string edits)
    {
        using var folder = new ScratchFolder();
        var tree = ScenarioReader.ReadTree(folder.Write("s.yaml", ScenarioText.With(edits)), new Diagnostics())!;
        var record = new RecordedScenario(tree, []);
        record.AddOutage(new JsonObject { ["at"] = "1m", ["kind"] = "power-loss", ["zone"] = "a" });
        return record.Text(Served, TimeSpan.FromMinutes(5), Path.Combine(folder.Path, "records"));
    }
}
