using System.Globalization;

namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>What an expression comes to in a row: a number, a text, or nothing that is known.</summary>
internal readonly record struct Value(double Number, string? Text, bool IsKnown)
{
    public static readonly Value Unknown = default;

    public static Value Of(double number) => new(number, null, IsKnown: true);

    public static Value Of(bool holds) => Of(holds ? 1 : 0);

    public static Value Of(string text) => new(double.NaN, text, IsKnown: true);

    /// <summary>As it is written.</summary>
    public string Written => Text ?? Number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>False: it is a text that is no number.</summary>
    public bool TryNumber(out double number)
    {
        number = Number;
        return Text is null || double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
