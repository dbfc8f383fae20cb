using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Runs;

/// <summary>Something done to the run from outside, as it is kept: enough to do it again at the same moment.</summary>
/// <param name="At">Since the start of the run; each command has a moment of its own.</param>
/// <param name="Cluster">Whose; "" for what concerns the whole run.</param>
/// <param name="Subject">Where a document lies (<c>pods default web</c>), or the number of a trouble.</param>
/// <param name="Text">JSON of a document; YAML of a trouble or operation; "" where there is nothing to say.</param>
public sealed record OutsideCommand(TimeSpan At, CommandKind Kind, string Cluster, string Subject, string Text)
{
    /// <summary>Which parts of an object a client has changed.</summary>
    public StoredParts Parts { get; init; } = StoredParts.All;
}

public enum CommandKind
{
    /// <summary>A document of a kind that acts.</summary>
    Store,

    Remove,

    /// <summary>A document of a kind that nobody acts upon.</summary>
    Keep,

    Forget,

    TroubleBegins,

    TroubleEnds,

    Operation,
}
