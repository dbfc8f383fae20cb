namespace Simulator.Reports.Comparison;

/// <summary>What became of a measure from one side to the other.</summary>
public enum Verdict
{
    /// <summary>The difference is within what is allowed, with the confidence that was asked for.</summary>
    Same,

    /// <summary>It is beyond what matters, to the good side.</summary>
    Better,

    /// <summary>It may be within or beyond: more seeds would tell.</summary>
    Unclear,

    /// <summary>It is beyond what is allowed, to the bad side.</summary>
    Worse,

    /// <summary>Beyond what matters, of a measure that has no good side: a fact, which decides nothing.</summary>
    Differs,
}
