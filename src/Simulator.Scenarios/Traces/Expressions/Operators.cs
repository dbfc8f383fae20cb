using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>Arithmetic and comparison. What is not known stays unknown.</summary>
internal static class Operators
{
    public static Func<RowContext, Value> Arithmetic(
        Func<RowContext, Value> left, Func<RowContext, Value> right, Func<double, double, double> fold) => row =>
    {
        var (one, other) = (left(row), right(row));
        return one.IsKnown && other.IsKnown && IsNumber(one, row, out var first) && IsNumber(other, row, out var second)
            ? Value.Of(fold(first, second))
            : Value.Unknown;
    };

    /// <summary>Numbers as numbers, all else as it is written.</summary>
    public static Func<RowContext, Value> Comparison(
        Func<RowContext, Value> left, Func<RowContext, Value> right, Func<int, bool> holds) => row =>
    {
        var (one, other) = (left(row), right(row));
        return one.IsKnown && other.IsKnown ? Value.Of(holds(Compare(one, other))) : Value.Unknown;
    };

    public static bool AreEqual(Value one, Value other) => one.IsKnown && other.IsKnown && Compare(one, other) == 0;

    private static int Compare(Value one, Value other) => one.TryNumber(out var first) && other.TryNumber(out var second)
        ? first.CompareTo(second)
        : string.CompareOrdinal(one.Written, other.Written);

    private static bool IsNumber(Value value, RowContext row, out double number)
    {
        if (value.TryNumber(out number)) return true;
        row.Complain($"'{Wording.Shortened(value.Written)}' is no number; allowed is one", -1);
        return false;
    }
}
