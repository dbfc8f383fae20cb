namespace Simulator.World.Specification;

/// <summary>What a machine draws: a straight line from idle to all its CPUs at work.</summary>
/// <param name="Source">Date and place: "2021-09, Cloud Carbon Footprint, averages of GCE".</param>
public sealed record MachinePower(double IdleWatts, double PeakWatts, string Source);
