using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>Cursors as text, booleans and choices. Null after an error was reported.</summary>
public static class ScalarValues
{
    public static string? Text(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && IsText(scalar, cursor.Context.Rules)) return scalar.Text;
        var isPlain = cursor.Node is SourceScalar { Kind: not ScalarKind.Null };
        cursor.Refuse(isPlain ? "text (put it in quotes)" : "text");
        return null;
    }

    public static bool? Flag(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && scalar.TryBoolean(out var value)) return value;
        cursor.Refuse("true or false");
        return null;
    }

    /// <summary>One of the given texts, exactly.</summary>
    public static string? OneOf(this SourceCursor cursor, params IReadOnlyCollection<string> allowed)
    {
        if (cursor.Text() is not { } text) return null;
        if (allowed.Contains(text)) return text;
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed are {Wording.Listed(allowed)}{Wording.DidYouMean(text, allowed)}");
        return null;
    }

    /// <summary>One of the named values.</summary>
    public static T? OneOf<T>(this SourceCursor cursor, IReadOnlyDictionary<string, T> allowed)
        where T : struct =>
        cursor.OneOf([.. allowed.Keys]) is { } name ? allowed[name] : null;

    /// <summary>A number or a text, as text: ports and shares are written either way.</summary>
    public static string? TextOrInteger(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Kind: ScalarKind.Text or ScalarKind.Integer } scalar) return scalar.Text;
        if (cursor.Context.Rules.DecimalsMayBeWhole && cursor.Node is SourceScalar number && number.TryWhole(out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }
        cursor.Refuse("a whole number or text");
        return null;
    }

    /// <summary>True for text, quoted or not; a number without quotes is none.</summary>
    public static bool IsText(this SourceCursor cursor) => cursor.Node is SourceScalar { Kind: ScalarKind.Text };

    private static bool IsText(SourceScalar scalar, ReadingRules rules) =>
        scalar.Kind == ScalarKind.Text || (rules.NumbersAreTexts && scalar.Kind != ScalarKind.Null);
}
