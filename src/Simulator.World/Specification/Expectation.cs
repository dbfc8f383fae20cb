namespace Simulator.World.Specification;

/// <summary>A bound on a measure, checked at the end of a run. Durations in seconds, shares from 0 to 1.</summary>
/// <param name="Measure">Name as in summary.json, for example recovery.allReplicasReady.</param>
public sealed record Expectation(string Measure, double? AtLeast, double? AtMost);
