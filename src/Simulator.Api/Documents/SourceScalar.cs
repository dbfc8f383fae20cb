using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>A single value: its text as written, and what kind of value the text means.</summary>
public sealed class SourceScalar : SourceNode
{
    private const double WholeMax = 1L << 53;

    internal SourceScalar(string file, int line, int column, string text, bool isQuoted)
        : base(file, line, column)
    {
        Text = text;
        IsQuoted = isQuoted;
        Kind = isQuoted ? ScalarKind.Text : PlainScalar.KindOf(text);
    }

    public string Text { get; }

    /// <summary>Quotes (or a block style) make a text of anything.</summary>
    public bool IsQuoted { get; }

    public ScalarKind Kind { get; }

    /// <summary>Kind Integer and within 64 bits; decimal, 0x, 0o and leading-zero octal, with <c>_</c> between digits.</summary>
    public bool TryInteger(out long value)
    {
        value = 0;
        return Kind == ScalarKind.Integer && PlainScalar.TryInteger(Text, out value);
    }

    /// <summary>
    /// Kind Decimal, but without a fraction: <c>2.0</c>, <c>1e3</c>; up to where every whole number is one of the decimals.
    /// </summary>
    public bool TryWhole(out long value)
    {
        var number = 0d;
        var isWhole = Kind == ScalarKind.Decimal
            && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) <= WholeMax
            && Math.Truncate(number) == number;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    /// <summary>Also of the letters y and n, which are texts where a text is wanted.</summary>
    public bool TryBoolean(out bool value)
    {
        var isLetter = !IsQuoted && Text is "y" or "Y" or "n" or "N";
        value = isLetter ? Text is "y" or "Y" : Kind == ScalarKind.Boolean && PlainScalar.IsTrue(Text);
        return isLetter || Kind == ScalarKind.Boolean;
    }

    public override string Describe() => Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => $"the boolean {Text}",
        ScalarKind.Integer or ScalarKind.Decimal => $"the number {Wording.Shortened(Text)}",
        _ => $"'{Wording.Shortened(Text)}'",
    };
}
