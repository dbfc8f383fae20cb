using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>
/// Reads <c>known(used_memory, requested) * processors</c>: columns, numbers, 'texts', + - * / &amp;, comparisons, and, or, not, functions.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly IReadOnlyList<Token> _tokens;
    private readonly ColumnList _columns;
    private int _at;

    private ExpressionParser(string text, ColumnList columns) => (_tokens, _columns) = (Tokens.Of(text), columns);

    /// <exception cref="FormatException">It cannot be read; a sentence.</exception>
    public static Expression Read(string text, ColumnList columns)
    {
        var parser = new ExpressionParser(text, columns);
        var evaluate = parser.Any();
        if (parser.Next.Kind != TokenKind.End) throw parser.Unexpected("an operator or the end");
        return new Expression(text, evaluate);
    }

    private Token Next => _tokens[_at];

    private Func<RowContext, Value> Any()
    {
        var left = All();
        while (Take("or"))
        {
            var (one, other) = (left, All());
            left = row => Value.Of(IsTrue(one(row)) || IsTrue(other(row)));
        }

        return left;
    }

    private Func<RowContext, Value> All()
    {
        var left = Not();
        while (Take("and"))
        {
            var (one, other) = (left, Not());
            left = row => Value.Of(IsTrue(one(row)) && IsTrue(other(row)));
        }

        return left;
    }

    private Func<RowContext, Value> Not()
    {
        if (!Take("not")) return Comparison();
        var what = Not();
        return row => Value.Of(!IsTrue(what(row)));
    }

    private Func<RowContext, Value> Comparison()
    {
        var left = Sum();
        if (Take("=") || Take("==")) return Operators.Comparison(left, Sum(), static order => order == 0);
        if (Take("!=")) return Operators.Comparison(left, Sum(), static order => order != 0);
        if (Take("<=")) return Operators.Comparison(left, Sum(), static order => order <= 0);
        if (Take(">=")) return Operators.Comparison(left, Sum(), static order => order >= 0);
        if (Take("<")) return Operators.Comparison(left, Sum(), static order => order < 0);
        return Take(">") ? Operators.Comparison(left, Sum(), static order => order > 0) : left;
    }

    private Func<RowContext, Value> Sum()
    {
        var left = Product();
        while (true)
        {
            if (Take("+")) left = Operators.Arithmetic(left, Product(), static (a, b) => a + b);
            else if (Take("-")) left = Operators.Arithmetic(left, Product(), static (a, b) => a - b);
            else if (Take("&")) left = Joined(left, Product());
            else return left;
        }
    }

    private Func<RowContext, Value> Product()
    {
        var left = Single();
        while (true)
        {
            if (Take("*")) left = Operators.Arithmetic(left, Single(), static (a, b) => a * b);
            else if (Take("/")) left = Operators.Arithmetic(left, Single(), static (a, b) => a / b);
            else return left;
        }
    }

    private Func<RowContext, Value> Single()
    {
        if (Take("-")) return Operators.Arithmetic(static _ => Value.Of(0), Single(), static (a, b) => a - b);
        if (Take("("))
        {
            var inner = Any();
            Expect(")");
            return inner;
        }

        var token = Next;
        if (token.Kind is TokenKind.End or TokenKind.Sign) throw Unexpected("a column, a number or a function");
        _at++;
        return token.Kind switch
        {
            TokenKind.Number => Constant(Number(token)),
            TokenKind.Text => Constant(Value.Of(token.Text)),
            _ => Take("(") ? Function(token.Text) : Column(token.Text),
        };
    }

    private Func<RowContext, Value> Function(string name)
    {
        if (name is "last" or "largest") return OverRows(name);
        var values = new List<Func<RowContext, Value>>();
        do values.Add(Any());
        while (Take(","));
        Expect(")");
        return Functions.Make(name, [.. values]);
    }

    /// <summary>Of all rows that are one pod.</summary>
    private Func<RowContext, Value> OverRows(string name)
    {
        if (Next.Kind != TokenKind.Name) throw Unexpected("a column");
        var column = _columns.NumberOf(_tokens[_at++].Text);
        Expect(")");
        if (name == "last") return row => Cell(row.Last, column);
        return row => double.IsFinite(row.Largest[column]) ? Value.Of(row.Largest[column]) : Value.Unknown;
    }

    private Func<RowContext, Value> Column(string name)
    {
        var column = _columns.NumberOf(name);
        return row => Cell(row.Cells, column);
    }

    private Value Cell(string[] cells, int column) => _columns.IsUnknown(cells[column]) ? Value.Unknown : Value.Of(cells[column]);

    private static Func<RowContext, Value> Constant(Value value) => _ => value;

    private static Func<RowContext, Value> Joined(Func<RowContext, Value> left, Func<RowContext, Value> right) => row =>
    {
        var (one, other) = (left(row), right(row));
        return one.IsKnown && other.IsKnown ? Value.Of(one.Written + other.Written) : Value.Unknown;
    };

    private static bool IsTrue(Value value) => value is { IsKnown: true, Number: not 0 and not double.NaN };

    private static Value Number(Token token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : throw new FormatException($"{token} at {token.At + 1} is no number");

    private bool Take(string sign)
    {
        if (Next.Text != sign || Next.Kind is TokenKind.Text or TokenKind.End) return false;
        _at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign)) throw Unexpected($"'{sign}'");
    }

    private FormatException Unexpected(string allowed) => new($"found {Next} at {Next.At + 1}; allowed is {Wording.Shortened(allowed)}");
}
