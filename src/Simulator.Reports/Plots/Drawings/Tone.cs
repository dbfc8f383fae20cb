namespace Simulator.Reports.Plots.Drawings;

/// <summary>A colour by its name, as it is on white and as it is on a dark page.</summary>
/// <param name="Name">One word; a class of the style sheet.</param>
/// <param name="Light"><c>#rrggbb</c>.</param>
/// <param name="Dark"><c>#rrggbb</c>.</param>
public sealed record Tone(string Name, string Light, string Dark);
