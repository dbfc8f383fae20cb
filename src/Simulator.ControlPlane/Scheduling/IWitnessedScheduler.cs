namespace Simulator.ControlPlane.Scheduling;

/// <summary>A scheduler whose decisions can be taken apart.</summary>
public interface IWitnessedScheduler : IPodScheduler
{
    /// <summary>Is shown the decisions that it asks for; null costs nothing.</summary>
    IDecisionWitness? Witness { get; set; }
}
