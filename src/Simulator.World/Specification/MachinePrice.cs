namespace Simulator.World.Specification;

/// <summary>A price with where it comes from: prices change.</summary>
/// <param name="PerHour">US dollars for an hour of a machine.</param>
/// <param name="PreemptiblePerHour">The same for one that may be taken away; null if it is not sold so.</param>
/// <param name="Source">Date and place: "2016-09, cloud.google.com/compute/pricing, us-central1".</param>
public sealed record MachinePrice(double PerHour, double? PreemptiblePerHour, string Source);
