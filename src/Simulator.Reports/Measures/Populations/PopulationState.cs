namespace Simulator.Reports.Measures.Populations;

/// <summary>What a population of users sees at a moment; all in thousandths of a request a second.</summary>
/// <param name="Failed">Requests that fail for good.</param>
/// <param name="Stale">Requests sent by an answer that is no longer current.</param>
/// <param name="FailedStale">Of those that fail, the ones of a stale answer that leads nowhere.</param>
/// <param name="FailedShort">Of those that fail, the ones that reach a cluster which is not up to them.</param>
/// <param name="Slow">Answered, and slowly.</param>
public readonly record struct PopulationState(long Requests, long Failed, long Stale, long FailedStale, long FailedShort, long Slow)
{
    /// <summary>Of those that fail, the ones of the current answer, which leads nowhere.</summary>
    public long FailedCurrent => Math.Max(0, Failed - FailedStale - FailedShort);

    /// <summary>Share of the requests that fail.</summary>
    public double FailingShare => Requests > 0 ? (double)Failed / Requests : 0;
}
