using Simulator.Engine;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Stories;
using Simulator.World.Specification;

namespace Simulator.Tests.Studies.Risk;

/// <summary>Small clusters whose troubles are drawn.</summary>
internal static class SmallWorld
{
    /// <summary>One cluster with these nodes, dealt out to the zones, and one service over so many replicas.</summary>
    public static Scenario Of(int nodes, int replicas, params IReadOnlyList<string> zones) => new()
    {
        Name = "small",
        Seed = 1,
        Duration = 1.Hours(),
        Clusters =
        [
            new ClusterSpec
            {
                Name = "east",
                Zones = zones,
                NodePools = [new NodePoolSpec { Name = "n", Count = nodes, Capacity = Workloads.Machine }],
                Workloads = [new WorkloadSpec(TimeSpan.Zero, [Workloads.Service("web"), Workloads.Controller("web", replicas, 100)])],
            },
        ],
    };

    /// <summary>So many requests a second to the service.</summary>
    public static Scenario WithTraffic(this Scenario scenario, double perSecond) => scenario with
    {
        Clusters = [.. scenario.Clusters.Select(cluster => cluster with
        {
            Traffic = [new TrafficSpec { Services = ["web"], Rate = [new RateStep(TimeSpan.Zero, perSecond)] }],
        })],
    };

    public static TroubleRate Rate(TroublePer per, TimeSpan between, IDistribution lasts) => new()
    {
        Kind = OutageKind.PowerLoss,
        Per = per,
        Between = between,
        Lasts = lasts,
        Source = "a test",
    };
}
