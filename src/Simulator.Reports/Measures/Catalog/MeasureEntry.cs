namespace Simulator.Reports.Measures.Catalog;

/// <param name="Pattern">Name of the measure; <c>&lt;zone&gt;</c> and <c>&lt;region&gt;</c> stand for the name of one.</param>
/// <param name="Unit">s (seconds), share (from 0 to 1), replica-seconds, or what is counted.</param>
/// <param name="Stake">What a difference of it means.</param>
/// <param name="Meaning">One sentence; "after the outage" is after the start of the first outage, or of the first that did anything if
/// those before it took no node down and cost nothing.</param>
public sealed record MeasureEntry(string Pattern, string Unit, Stake Stake, string Meaning);
