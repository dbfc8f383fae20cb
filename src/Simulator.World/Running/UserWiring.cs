using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Network;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Users;

namespace Simulator.World.Running;

/// <summary>Leads the users of a federation to the doors of its clusters.</summary>
internal sealed class UserWiring(Scenario scenario, Simulation simulation, RandomStreams streams, IReadOnlyList<IObserver> observers)
{
    /// <summary>What users see is a fact of no cluster.</summary>
    private const string NoCluster = "";

    /// <summary>Null: there are none.</summary>
    public UserWorld? World { get; private set; }

    /// <summary>Null: there is no federation.</summary>
    public Discovery? Discovery { get; private set; }

    /// <exception cref="InvalidOperationException">There are users, and nobody publishes the names that they ask for.</exception>
    public void Begin(FederatedZone? zone, RegionNetwork network, IReadOnlyList<SimulatedCluster> clusters)
    {
        if (zone is null && scenario.Users.Count == 0) return;
        if (zone is null) throw new InvalidOperationException("users without a federation have no names to ask for");
        var log = new ObservationLog(simulation, NoCluster, observers);
        var setting = new UserSetting(simulation, log, zone, [.. clusters.Select(Of)])
        {
            Latencies = scenario.Latencies,
            Network = network,
            Stream = name => streams[name],
        };
        if (scenario.Users.Count > 0) World = new UserWorld(scenario.Users, setting);
        Discovery = new Discovery(setting, World);
        World?.Begin();
    }

    private UserCluster Of(SimulatedCluster cluster) => new()
    {
        Name = cluster.Spec.Name,
        Region = cluster.Spec.Region,
        Cloud = cluster.Cloud,
        Dns = new LocalNames(
            cluster.Store, cluster.Dns, cluster.Spec.Region,
            [.. scenario.Users.Where(users => users.Cluster == cluster.Spec.Name).Select(users => users.Service)]),
        Doors = cluster.Doors,
    };
}
