namespace Simulator.Studies.Risk.Losses;

/// <summary>What came of one short run.</summary>
/// <param name="Window">Seconds from the beginning of the trouble until its consequences were over.</param>
/// <param name="IsHealed">False: something was still missing when the run was given up.</param>
/// <param name="Services">What each lost in this window, by name.</param>
public sealed record RunOutcome(double Window, bool IsHealed, IReadOnlyDictionary<string, ServiceLosses> Services)
{
    /// <summary>Of its random streams and events: SHA-256 of the observations, and how many events the engine fired.</summary>
    public string Digest { get; init; } = "";

    public long Events { get; init; }
}
