using ScottPlot;

namespace Simulator.Reports;

/// <summary>Colours that tell things apart for the colour-blind too (Okabe and Ito, 2008), on white.</summary>
internal static class Palette
{
    public static readonly Color Ink = Color.FromHex("#22272e");
    public static readonly Color Faint = Color.FromHex("#6b7280");
    public static readonly Color Grid = Color.FromHex("#e5e7eb");
    public static readonly Color Blue = Color.FromHex("#0072b2");
    public static readonly Color Orange = Color.FromHex("#d55e00");
    public static readonly Color Green = Color.FromHex("#009e73");
    public static readonly Color Outage = Color.FromHex("#e69f00");

    private static readonly Color[] Series =
        [Blue, Orange, Green, Color.FromHex("#cc79a7"), Color.FromHex("#56b4e9"), Color.FromHex("#8a6d00"), Color.FromHex("#444444")];

    /// <summary>Repeats after seven.</summary>
    public static Color Of(int index) => Series[index % Series.Length];
}
