namespace Simulator.World.Specification;

/// <summary>What a run that is served has beside its scenario.</summary>
/// <param name="Origin">What the clusters' clocks show at the start.</param>
/// <param name="Planned">Duration of the scenario, beyond which a served run goes on.</param>
/// <param name="CpuStep">How often the use of CPU is told: its length does not say it, for a served run has none.</param>
public sealed record ServedSpec(DateTimeOffset Origin, TimeSpan Planned, TimeSpan CpuStep);
