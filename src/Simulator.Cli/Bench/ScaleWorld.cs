using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files;
using Simulator.World.Specification;

namespace Simulator.Cli.Bench;

/// <summary>
/// The shipped scenario <c>hundred-thousand</c> at any size: as many pods a node, as many replicas a controller, the same outage.
/// </summary>
public static class ScaleWorld
{
    /// <summary>Nodes for each pair of a Deployment and a ReplicationController.</summary>
    public const int NodesPerPair = 40;

    private const string File = "hundred-thousand.yaml";
    private const string Nodes = "count: 100000 ";
    private const string Pairs = "count: 2500,";

    /// <param name="nodes">At least <see cref="NodesPerPair"/>; ten pods each.</param>
    public static Scenario Of(int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, NodesPerPair);
        var text = Shipped();
        if (!text.Contains(Nodes, StringComparison.Ordinal) || !text.Contains(Pairs, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{File} no longer says '{Nodes}' and '{Pairs}'.");
        }

        text = text.Replace(Nodes, $"count: {nodes} ", StringComparison.Ordinal)
            .Replace(Pairs, $"count: {nodes / NodesPerPair},", StringComparison.Ordinal);
        var diagnostics = new Diagnostics();
        return ScenarioReader.Read(SourceTree.ParseYaml(File, text, diagnostics)[0], diagnostics).Scenario!;
    }

    private static string Shipped()
    {
        using var text = new StreamReader(typeof(ScaleWorld).Assembly.GetManifestResourceStream(File)!);
        return text.ReadToEnd();
    }
}
