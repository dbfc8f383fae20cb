namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>Something that can be worked out of a row.</summary>
/// <param name="Text">As it stands in the map.</param>
/// <param name="Evaluate">What cannot be read is told to the context.</param>
internal sealed record Expression(string Text, Func<RowContext, Value> Evaluate)
{
    /// <summary>Null where it is not known, or no number: then the context knows.</summary>
    public double? Number(RowContext row)
    {
        var value = Evaluate(row);
        if (!value.IsKnown) return null;
        if (value.TryNumber(out var number) && double.IsFinite(number)) return number;
        row.Complain($"'{Api.Words.Wording.Shortened(value.Written)}' is no number; allowed is one", -1);
        return null;
    }

    /// <summary>"" where it is not known.</summary>
    public string Words(RowContext row)
    {
        var value = Evaluate(row);
        return value.IsKnown ? value.Written : "";
    }

    /// <summary>What is not known does not hold.</summary>
    public bool Holds(RowContext row)
    {
        var value = Evaluate(row);
        return value is { IsKnown: true, Number: not 0 and not double.NaN };
    }
}
