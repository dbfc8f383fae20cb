namespace Simulator.Scenarios.Traces.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Sign,
    End,
}

/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At)
{
    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>Cuts an expression into words and signs. Names of columns that are no words stand between backticks, texts between quotes.
/// </summary>
internal static class Tokens
{
    private static readonly string[] Signs = ["<=", ">=", "!=", "==", "<", ">", "=", "+", "-", "*", "/", "(", ")", ",", "&"];

    /// <exception cref="FormatException">Something is no word and no sign; a sentence.</exception>
    public static IReadOnlyList<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else
            {
                var token = Next(text, at);
                tokens.Add(token);
                at += token.Text.Length + (token.Kind == TokenKind.Text || text[at] == '`' ? 2 : 0);
            }
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        if (text[at] is '\'' or '"') return new Token(TokenKind.Text, Enclosed(text, at), at);
        if (text[at] == '`') return new Token(TokenKind.Name, Enclosed(text, at), at);
        if (char.IsAsciiDigit(text[at]))
        {
            return new Token(TokenKind.Number, Run(text, at, letter => char.IsAsciiLetterOrDigit(letter) || letter == '.'), at);
        }
        if (char.IsLetter(text[at]) || text[at] == '_')
        {
            return new Token(TokenKind.Name, Run(text, at, letter => char.IsLetterOrDigit(letter) || letter is '_' or '.'), at);
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) return new Token(TokenKind.Sign, sign, at);
        }

        throw new FormatException($"'{text[at]}' at {at + 1} is neither a name nor a sign");
    }

    private static string Enclosed(string text, int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        return end > at ? text[(at + 1)..end] : throw new FormatException($"what begins with {text[at]} at {at + 1} does not end");
    }

    private static string Run(string text, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end])) end++;
        return text[at..end];
    }
}
