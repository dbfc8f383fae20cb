namespace Simulator.World.Specification.Operations;

/// <summary>Something that a user does with kubectl at a moment of the run.</summary>
public abstract record OperationSpec
{
    /// <summary>Without meaning if it waits for an event.</summary>
    public TimeSpan At { get; init; }

    /// <summary>Null: it begins at its time.</summary>
    public EventTime? After { get; init; }

    /// <summary>Somebody did it while the run was served: after all else of its moment.</summary>
    public bool IsByHand { get; init; }

    public string Cluster { get; init; } = "";

    /// <summary>The command in words: <c>scale Deployment default/web to 5</c>.</summary>
    public abstract string Title { get; }
}
