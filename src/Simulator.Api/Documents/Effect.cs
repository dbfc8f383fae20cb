namespace Simulator.Api.Documents;

/// <summary>What an answer loses by something that is not acted upon; the worst first.</summary>
public enum Effect
{
    /// <summary>Who runs where, when, or how many, may come out otherwise.</summary>
    ChangesDecisions,

    /// <summary>Decisions stay; something about them that could be told does not.</summary>
    ChangesDetails,

    /// <summary>Nothing that is simulated looks at it.</summary>
    ChangesNothing,
}
