using Simulator.Engine;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// A small world drawn from nothing but a seed: topology, workloads, traffic, troubles, what users do, flags. World k of a swarm has seed S
/// + k.
/// </summary>
public static class SwarmWorld
{
    private const string Cluster = "east";

    public static Scenario Draw(ulong seed)
    {
        var streams = new RandomStreams(seed);
        var shape = new Dice(streams["swarm/shape"]);
        var duration = TimeSpan.FromMinutes(shape.Of(5, 10, 15, 20, 30, 40, 60));
        var pools = DrawnTopology.Draw(new Dice(streams["swarm/topology"]), out var zones);
        List<string> nodes = [.. NodeFactory.NodesOf(new ClusterSpec
        {
            Name = Cluster,
            Zones = zones,
            NodePools = pools,
        }).Select(placed => placed.Node.Name)];
        var workloads = DrawnStateful.Over(
            DrawnWorkloads.Draw(new Dice(streams["swarm/workloads"]), pools, nodes, duration), new Dice(streams["swarm/stateful"]), zones,
            duration);
        workloads = new DrawnScalers(new Dice(streams["swarm/scalers"])).Over(workloads, duration);
        var storage = new Dice(streams["swarm/storage"]);
        var flags = new DrawnFlags(new Dice(streams["swarm/flags"]));
        var cluster = new ClusterSpec
        {
            Name = Cluster,
            Region = shape.Chance(0.5) ? "us-east1" : "",
            Zones = zones,
            NodePools = pools,
            Masters = flags.Masters(zones),
            Scheduler = flags.Scheduler(),
            ControllerManager = flags.ControllerManager() with { Cloud = DrawnStorage.Cloud(storage) },
            Kubelet = flags.Kubelet(),
            ApiServer = flags.ApiServer(),
            Storage = DrawnStorage.Options(storage),
            Start = shape.Chance(0.7) ? ClusterStart.Settled : ClusterStart.Empty,
            Applications = new DrawnState(new Dice(streams["swarm/state"]))
                .Over(DrawnApplications.Draw(new Dice(streams["swarm/applications"]), workloads), workloads),
            Workloads = workloads,
            Traffic = DrawnTraffic.Draw(new Dice(streams["swarm/traffic"]), workloads, duration),
        };
        var autoscaler = new DrawnAutoscaler(new Dice(streams["swarm/autoscaler"]));
        cluster = new DrawnLoad(new Dice(streams["swarm/load"])).Over(autoscaler.Over(cluster), duration);
        var troubles = new DrawnTroubles(new Dice(streams["swarm/troubles"]), new Dice(streams["swarm/settles"]), cluster, duration);
        var scenario = new Scenario
        {
            Name = $"swarm-{seed}",
            Seed = seed,
            Duration = duration,
            Clusters = [cluster],
            Outages = [.. troubles.Outages(), .. new DrawnTargets(new Dice(streams["swarm/targets"]), cluster, duration).Draw(),
                .. autoscaler.Troubles(cluster, duration)],
            RandomOutages = troubles.Random(),
            Operations =
            [
                .. new DrawnOperations(new Dice(streams["swarm/operations"]), cluster, duration).Draw(),
                .. new DrawnInterventions(new Dice(streams["swarm/interventions"]), cluster, duration).Draw(),
            ],
        };
        var drawn = new DrawnFederation(new Dice(streams["swarm/federation"]), scenario).Draw();
        return DrawnVersion.Over(drawn, new Dice(streams["swarm/version"]));
    }
}
