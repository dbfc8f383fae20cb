namespace Simulator.Reports.Findings;

/// <summary>One thing that went wrong, was refused, or is not as it was asked for: a sentence of the answer.</summary>
/// <param name="Kind">A name of <see cref="FindingTable"/>.</param>
/// <param name="Cost">In replica-seconds that users miss, or what is as bad (<see cref="FindingCost"/>); the dearest is told first.</param>
/// <param name="Sentence">What happened, to whom, how much and why, in one sentence.</param>
/// <param name="Subject">What it is about: "namespace/name", a place, a program; "" for the whole run.</param>
public sealed record Finding(string Kind, double Cost, string Sentence, string Subject);
