using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations;

/// <summary>Has users do what the scenario says, when it says so; each command has a client of its own.</summary>
internal sealed class OperationRunner(Simulation simulation, IReadOnlyList<SimulatedCluster> clusters, Timetable timetable)
{
    public void Schedule(IReadOnlyList<OperationSpec> operations)
    {
        foreach (var operation in operations)
        {
            var cluster = clusters.Single(candidate => candidate.Spec.Name == operation.Cluster);
            timetable.Add(cluster, operation.Title, operation.At, operation.After, () => Begin(operation, cluster));
        }
    }

    private void Begin(OperationSpec operation, SimulatedCluster cluster)
    {
        var outcome = new Outcome(cluster.Spec.Name);
        if (operation is DeleteOperation { Kind: "Pod", GracePeriod.Ticks: 0 } forced) cluster.Log.Write(ObservationKind.ForcedDeletion, forced.Key.ToString());
        new Process(simulation, VerbTable.Run(operation, cluster.NewKubectl(), outcome))
            .AddCallback(_ => cluster.Log.Write(ObservationKind.OperationDone, operation.Title, outcome.Text));
    }
}
