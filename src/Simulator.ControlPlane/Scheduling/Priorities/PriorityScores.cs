namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>What a priority says of the nodes that fit.</summary>
/// <param name="Values">Raw scores aligned with the nodes, null where the priority leaves a node out; null as a whole if it failed.</param>
/// <param name="Error">Why it failed; then it contributes nothing (the real scheduler looks for errors before they can have
/// arrived).</param>
public readonly record struct PriorityScores(long?[]? Values, string? Error)
{
    public static PriorityScores Of(long?[] values) => new(values, null);

    public static PriorityScores Failed(string error) => new(null, error);
}
