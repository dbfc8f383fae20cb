using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Traces.Expressions;

namespace Simulator.Scenarios.Traces.Maps;

/// <summary>Reads the expressions of a table, with their units.</summary>
internal sealed class ValueReader(FieldReader fields, ColumnList columns)
{
    private static readonly Expression Nothing = new("", static _ => Value.Unknown);

    public ColumnList Columns => columns;

    public Expression? Optional(string key) => fields.Optional(key) is { } cursor ? Read(cursor) : null;

    public Expression Required(string key) => fields.Required(key) is { } cursor ? Read(cursor) : Nothing;

    /// <param name="units">Allowed are these.</param>
    public Amount? Optional(string key, IReadOnlyDictionary<string, double> units) =>
        fields.Optional(key)?.Read(within => Amount(within, units));

    /// <inheritdoc cref="Optional(string, IReadOnlyDictionary{string, double})"/>
    public Amount Required(string key, IReadOnlyDictionary<string, double> units) =>
        fields.Required(key)?.Read(within => Amount(within, units)) ?? new Amount(Nothing, 1);

    public RowRule Rule(FieldReader rule) =>
        new(rule.Required("when") is { } when ? Read(when) : Nothing, rule.RequiredText("because"));

    private Amount Amount(FieldReader within, IReadOnlyDictionary<string, double> units)
    {
        foreach (var (unit, factor) in units)
        {
            if (within.Optional(unit) is { } cursor) return new Amount(Read(cursor), factor);
        }

        within.Error($"a unit is missing; allowed is one of {Wording.Listed(units.Keys)}");
        return new Amount(Nothing, 1);
    }

    private Expression Read(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return Nothing;
        try
        {
            return ExpressionParser.Read(text, columns);
        }
        catch (FormatException wrong)
        {
            cursor.Error($"'{Wording.Shortened(text)}' cannot be read: {wrong.Message}");
            return Nothing;
        }
    }
}
