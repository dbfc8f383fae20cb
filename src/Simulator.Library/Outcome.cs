using Simulator.Api.Documents;
using Simulator.Reports.Summaries;

namespace Simulator.Library;

/// <summary>What a run came to.</summary>
public sealed class Outcome
{
    internal Outcome(Summary summary, Diagnostics diagnostics) => (Summary, Diagnostics) = (summary, diagnostics);

    /// <summary>All of it, as summary.json has it.</summary>
    public Summary Summary { get; }

    /// <summary>What there was to say about the input: remarks, refused objects, what is not acted upon.</summary>
    public Diagnostics Diagnostics { get; }

    /// <summary>The run in one to three sentences, the worst first.</summary>
    public string Answer => Summary.Answer;

    /// <summary>Sorted by name; <c>simulator measures</c> explains each: seconds, shares from 0 to 1, or what is counted.</summary>
    public IReadOnlyDictionary<string, double> Measures => Summary.Measures;

    /// <summary>SHA-256 of all that happened: equal digests, equal runs.</summary>
    public string Digest => Summary.Digest;

    /// <summary>Whether all expectations of the scenario were met.</summary>
    public bool MeetsExpectations => Summary.Missed == 0;

    /// <summary>A measure of the run; null if the run has no such measure.</summary>
    public double? this[string measure] => Measures.TryGetValue(measure, out var value) ? value : null;

    /// <summary>The document that <c>simulator run --json</c> prints.</summary>
    public string ToJson() => SummaryJson.Write(Summary);
}
