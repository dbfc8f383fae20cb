using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Framework;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>Looks over the scheduler's shoulder at the decisions for chosen pods.</summary>
public interface IDecisionWitness
{
    bool Watches(ObjectKey pod);

    /// <summary>Called when the choice is made and nothing has been assumed yet. It may read the state and must not keep it.</summary>
    void Witness(in DecisionMoment moment);

    /// <inheritdoc cref="Witness(in DecisionMoment)"/>
    void Witness(in PlacementMoment moment);
}

/// <param name="State">All that the decision looked at, as it looked at it.</param>
/// <param name="RoundRobin">Selections before this one: picks among equals.</param>
public readonly record struct DecisionMoment(
    Pod Pod, ClusterState State, SchedulingAlgorithm Algorithm, ulong RoundRobin, Decision Decision);
