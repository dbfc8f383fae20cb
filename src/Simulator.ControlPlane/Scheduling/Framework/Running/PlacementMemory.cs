namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>What passes leave behind: where the next look begins, and how often the dice were thrown.</summary>
internal sealed class PlacementMemory(SchedulerState state, DecisionOrder order, OrderDraws draws) : IDecisionMemory
{
    public DecisionOrder Order => order;

    public DecisionMark Mark
    {
        get => new(Decisions: 0, Selections: 0, state.NextStart, draws.Count);
        set => (state.NextStart, draws.Count) = (value.NextStart, value.Throws);
    }
}
