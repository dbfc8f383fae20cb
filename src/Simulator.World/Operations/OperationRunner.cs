using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations;

/// <summary>Has users do what the scenario says, when it says so; each command has a client of its own.</summary>
/// <param name="terminals">One a cluster.</param>
internal sealed class OperationRunner(Simulation simulation, IReadOnlyList<Terminal> terminals, Timetable timetable)
{
    public void Schedule(IReadOnlyList<OperationSpec> operations)
    {
        foreach (var operation in operations)
        {
            var terminal = terminals.Single(candidate => candidate.Cluster == operation.Cluster);
            timetable.Add(terminal.Log, operation.Title, WhenOf(operation), () => Begin(operation, terminal));
        }
    }

    /// <summary>Somebody does it now.</summary>
    public void Begin(OperationSpec operation) => Begin(operation, terminals.Single(candidate => candidate.Cluster == operation.Cluster));

    private static PlannedTime WhenOf(OperationSpec operation) => new(operation.At, operation.After, operation.IsByHand);

    private void Begin(OperationSpec operation, Terminal terminal)
    {
        if (operation is StoreOperation or RemoveOperation)
        {
            terminal.Log.Write(ObservationKind.OperationDone, operation.Title, Write(operation, terminal.Store));
            return;
        }

        var outcome = new Outcome(terminal.Cluster);
        if (operation is DeleteOperation { Kind: "Pod", GracePeriod.Ticks: 0 } forced)
        {
            terminal.Log.Write(ObservationKind.ForcedDeletion, forced.Key.ToString());
        }
        new Process(simulation, VerbTable.Run(operation, terminal.NewKubectl(), outcome))
            .AddCallback(_ => terminal.Log.Write(ObservationKind.OperationDone, operation.Title, outcome.Text));
    }

    private static string Write(OperationSpec operation, ObjectStore store)
    {
        if (operation is StoreOperation write) StoredWrites.Store(write, store);
        else if (!StoredWrites.Remove((RemoveOperation)operation, store)) return nameof(ApiResult.NotFound);
        return nameof(ApiResult.Ok);
    }
}
