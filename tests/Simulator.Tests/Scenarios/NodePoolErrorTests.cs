using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>What is wrong with pools that may be resized, and with who resizes them.</summary>
public sealed class NodePoolErrorTests
{
    private const string Cloud = "+>     controlPlane: { controller-manager: { cloud-provider: gce }, cluster-autoscaler: { } }";

    [Theory]
    [InlineData("count: 4, min: 5, max: 3", Cloud, "max: a max of 3 is below the min of 5")]
    [InlineData("count: 4, min: 2", Cloud, "has min without max; allowed are both or none")]
    [InlineData("count: 4, min: 0, max: 3", Cloud, "min: a group of 1.3 cannot be empty (it would never grow again); allowed are whole "
        + "numbers from 1, and 0 with cluster-autoscaler: { laterReleases: [scaleFromZero] }")]
    [InlineData("count: 2, min: 2, max: 3", Cloud, "count: 2 nodes are less than the min of 2 in each of 2 zones")]
    [InlineData("count: 9, min: 2, max: 3", Cloud, "count: 9 nodes are more than the max of 3 in each of 2 zones")]
    [InlineData("count: 0", "", "count: '0' is too small; allowed are whole numbers from 1 to 100000, and 0 with min and max")]
    [InlineData("count: 4, lifetime: 15m", "", "lifetime: only machines of a group are taken away and replaced; allowed is a pool with")]
    [InlineData("count: 4, zones: []", "", "zones: the list is empty; allowed is at least one zone")]
    [InlineData(
        "count: 4, min: 1, max: 3", "+>     controlPlane: { cluster-autoscaler: { } }",
        "controlPlane: a cluster-autoscaler needs the machines of a cloud; allowed with controller-manager: { cloud-provider: gce } or "
            + "aws")]
    [InlineData("count: 4", Cloud, "nodePools: no pool has min and max, so that the cluster-autoscaler has nothing to resize")]
    [InlineData(
        "count: 4, min: 1, max: 3",
        "+>     controlPlane: { controller-manager: { cloud-provider: gce }, cluster-autoscaler: { version: 0.2.2, max-nodes-total: 5 } }",
        "cluster-autoscaler.max-nodes-total: version 0.2.2 has no such flag; allowed with 0.3.0")]
    public void Is_told(string pool, string rest, string expected)
    {
        var edits = $"8>       - {{ name: p, capacity: {{ cpu: 4, memory: 8Gi }}, {pool} }}" + (rest.Length > 0 ? $";;{rest}" : "");
        var error = Assert.Single(ScenarioText.Read(ScenarioText.With(edits)).Diagnostics.Errors);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }
}
