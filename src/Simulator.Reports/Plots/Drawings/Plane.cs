namespace Simulator.Reports.Plots.Drawings;

/// <summary>From what is shown to pixels.</summary>
/// <param name="Right">Of the room for it, in pixels.</param>
/// <param name="Bottom">Of the room for it, in pixels.</param>
internal sealed record Plane(Func<double, double> X, Func<double, double> Y, double Right, double Bottom);
