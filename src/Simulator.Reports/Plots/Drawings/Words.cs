namespace Simulator.Reports.Plots.Drawings;

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <param name="X">Of its start, middle or end.</param>
/// <param name="Y">Of the middle of the line.</param>
public sealed record Words(double X, double Y, string Text, double Size, Tone Tone, Anchor Anchor = Anchor.Start) : Shape(Tone)
{
    public bool IsBold { get; init; }

    public double Width => Letters.Width(Text, Size, IsBold ? Letters.BoldFactor : 1);

    public double Left => Anchor switch
    {
        Anchor.Start => X,
        Anchor.Middle => X - (Width / 2),
        _ => X - Width,
    };

    public override Shape Down(double pixels) => this with { Y = Y + pixels };
}
