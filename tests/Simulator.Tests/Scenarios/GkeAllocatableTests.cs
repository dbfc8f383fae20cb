using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Published for GKE: an n1-standard-1 leaves 940m and 2.7 GiB to pods, an n1-standard-4 3,920m and 12.3 GiB.</summary>
public sealed class GkeAllocatableTests
{
    [Theory]
    [InlineData("n1-standard-1", 940, 2.71)]
    [InlineData("n1-standard-4", 3920, 12.4)]
    [InlineData("n1-standard-32", 31850, 111.06)]
    public void Is_what_the_formula_leaves(string type, long milliCpu, double gib)
    {
        var file = ScenarioText.Read(ScenarioText.With(
            $"8>       - {{ name: p, machineType: {type}, count: 4, gkeAllocatable: true }}"));
        var allocatable = file.Scenario!.Clusters[0].NodePools[0].Allocatable!;
        Assert.Equal(milliCpu, allocatable.MilliValue(ResourceNames.Cpu));
        Assert.Equal(gib, allocatable.Value(ResourceNames.Memory) / (double)(1L << 30), 0.05);
    }
}
