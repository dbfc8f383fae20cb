using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>What can be called in an expression.</summary>
internal static class Functions
{
    private static readonly (string Name, int Least, int Most, Func<Func<RowContext, Value>[], Func<RowContext, Value>> Make)[] Table =
    [
        ("known", 1, 9, Known),
        ("min", 2, 9, static of => Fold(of, Math.Min)),
        ("max", 2, 9, static of => Fold(of, Math.Max)),
        ("date", 1, 1, static of => row => Date(of[0](row), row)),
        ("bucket", 2, 2, static of => row => Bucket(of[0](row), of[1](row))),
        ("oneof", 2, 20, OneOf),
        ("size", 1, 1, static of => row => of[0](row) is { IsKnown: true } value ? Value.Of(value.Written.Length) : Value.Unknown),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name), "last", "largest"];

    /// <exception cref="FormatException">There is no such function, or it wants another number of values.</exception>
    public static Func<RowContext, Value> Make(string name, Func<RowContext, Value>[] of)
    {
        var row = Table.FirstOrDefault(row => row.Name == name);
        if (row.Make is null) throw new FormatException($"there is no function '{name}'; allowed are {Wording.Listed(Names)}");
        if (of.Length >= row.Least && of.Length <= row.Most) return row.Make(of);
        throw new FormatException($"{name}() is given {of.Length} values; allowed are {row.Least} to {row.Most}");
    }

    /// <summary>The first that is known.</summary>
    private static Func<RowContext, Value> Known(Func<RowContext, Value>[] of) => row =>
    {
        foreach (var each in of)
        {
            if (each(row) is { IsKnown: true } value) return value;
        }

        return Value.Unknown;
    };

    private static Func<RowContext, Value> OneOf(Func<RowContext, Value>[] of) => row =>
    {
        var value = of[0](row);
        return value.IsKnown ? Value.Of(of.Skip(1).Any(each => Operators.AreEqual(value, each(row)))) : Value.Unknown;
    };

    private static Func<RowContext, Value> Fold(Func<RowContext, Value>[] of, Func<double, double, double> fold) =>
        of.Aggregate((left, right) => Operators.Arithmetic(left, right, fold));

    /// <summary>Seconds since 1970 of a date without zone, or with one.</summary>
    private static Value Date(Value value, RowContext row)
    {
        if (!value.IsKnown) return Value.Unknown;
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        if (DateTime.TryParse(value.Written, CultureInfo.InvariantCulture, Styles, out var date))
        {
            return Value.Of((date - DateTime.UnixEpoch).TotalSeconds);
        }

        row.Complain($"'{Wording.Shortened(value.Written)}' is no date; allowed are such as 2017-10-09 07:01:55", -1);
        return Value.Unknown;
    }

    /// <summary>"&gt;24" is more than anybody says: the second value.</summary>
    private static Value Bucket(Value value, Value most) =>
        value is { IsKnown: true, Text: { Length: > 0 } text } && text[0] == '>' ? most : value;
}
