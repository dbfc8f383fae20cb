
namespace Simulator.Reports.Plots.Drawings;

/// <summary>
/// Colours that tell things apart for the colour-blind too (Okabe and Ito, 2008); lighter ones of their kind on a dark page.
/// </summary>
internal static class Palette
{
    public static readonly Tone Paper = new("paper", "#ffffff", "#14181d");
    public static readonly Tone Ink = new("ink", "#22272e", "#e6edf3");
    public static readonly Tone Faint = new("faint", "#5f6873", "#9aa5b1");
    public static readonly Tone Grid = new("grid", "#e5e7eb", "#333a43");
    public static readonly Tone Blue = new("blue", "#0072b2", "#4ea8de");
    public static readonly Tone Orange = new("orange", "#d55e00", "#ff8b3d");
    public static readonly Tone Green = new("green", "#009e73", "#2ecc9a");
    public static readonly Tone Outage = new("amber", "#e69f00", "#f0b429");
    private static readonly Tone Pink = new("pink", "#cc79a7", "#e6a3c8");
    private static readonly Tone Sky = new("sky", "#56b4e9", "#a8dcff");
    private static readonly Tone Olive = new("olive", "#8a6d00", "#d8c14a");
    private static readonly Tone Coal = new("coal", "#444444", "#c3cad2");

    private static readonly Tone[] Series = [Blue, Orange, Green, Pink, Sky, Olive, Coal];

    public static IReadOnlyList<Tone> All { get; } = [Paper, Ink, Faint, Grid, Outage, .. Series];

    /// <summary>Repeats after seven.</summary>
    public static Tone Of(int index) => Series[index % Series.Length];
}
