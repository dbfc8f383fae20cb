namespace Simulator.Serve.Hosting;

/// <summary>How fast simulated time runs against the wall clock.</summary>
/// <param name="Factor">Simulated seconds a second; 0: it stands still; infinity: as fast as it goes.</param>
public readonly record struct Speed(double Factor)
{
    public static readonly Speed Paused = new(0);
    public static readonly Speed Max = new(double.PositiveInfinity);
    public static readonly Speed Wall = new(1);

    public const string Allowed = "allowed are 1x, 60x, 0.5x and the like up to 1000000x, max and paused";

    /// <summary>False: none.</summary>
    public static bool TryParse(string text, out Speed speed)
    {
        speed = text switch { "max" => Max, "paused" => Paused, _ => default };
        if (text is "max" or "paused") return true;
        if (!text.EndsWith('x')) return false;
        var isNumber = double.TryParse(
            text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var factor);
        speed = new Speed(factor);
        return isNumber && factor is > 0 and <= 1_000_000;
    }

    public override string ToString() => Factor switch
    {
        0 => "paused",
        double.PositiveInfinity => "max",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Factor:0.######}x"),
    };
}
