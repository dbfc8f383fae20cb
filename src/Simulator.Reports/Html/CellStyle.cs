namespace Simulator.Reports.Html;

/// <summary>How the cells of a column are set.</summary>
public enum CellStyle
{
    Text,

    /// <summary>To the right.</summary>
    Number,

    /// <summary>With a sign of what the word means.</summary>
    Verdict,
}
