namespace Simulator.Reports.Plots.Drawings;

public readonly record struct Spot(double X, double Y);

public abstract record Shape(Tone Tone)
{
    /// <summary>What is told to whom points at it, lines apart; "" for nothing.</summary>
    public string Hint { get; init; } = "";

    public abstract Shape Down(double pixels);
}

public sealed record Box(double X, double Y, double Width, double Height, Tone Tone) : Shape(Tone)
{
    public double Opacity { get; init; } = 1;

    public override Shape Down(double pixels) => this with { Y = Y + pixels };
}

/// <summary>Nothing to be seen: a place that tells its hint.</summary>
public sealed record Pane(double X, double Y, double Width, double Height) : Shape(Palette.Paper)
{
    public override Shape Down(double pixels) => this with { Y = Y + pixels };
}

public sealed record Area(IReadOnlyList<Spot> Corners, Tone Tone, double Opacity) : Shape(Tone)
{
    public override Shape Down(double pixels) => this with { Corners = [.. Corners.Select(spot => spot with { Y = spot.Y + pixels })] };
}

public enum Dash
{
    Solid,
    Dashed,
    Dotted,
}

public sealed record Stroke(IReadOnlyList<Spot> Points, Tone Tone, double Width, Dash Dash = Dash.Solid) : Shape(Tone)
{
    public override Shape Down(double pixels) => this with { Points = [.. Points.Select(spot => spot with { Y = spot.Y + pixels })] };
}

/// <param name="X">Of its middle.</param>
/// <param name="Y">Of its middle.</param>
public sealed record Disc(double X, double Y, double Radius, Tone Tone) : Shape(Tone)
{
    public double Opacity { get; init; } = 1;

    public override Shape Down(double pixels) => this with { Y = Y + pixels };
}

/// <param name="X">Of its middle.</param>
/// <param name="Y">Of its middle.</param>
/// <param name="Size">From corner to corner.</param>
public sealed record Diamond(double X, double Y, double Size, Tone Tone) : Shape(Tone)
{
    public override Shape Down(double pixels) => this with { Y = Y + pixels };
}
