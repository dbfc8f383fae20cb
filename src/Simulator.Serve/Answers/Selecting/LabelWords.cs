namespace Simulator.Serve.Answers.Selecting;

/// <summary>The words of a label selector.</summary>
internal static class LabelWords
{
    private const string Signs = "=!(),<>";

    public static bool IsName(string word) => word.Length > 0 && !Signs.Contains(word[0], StringComparison.Ordinal);

    public static List<string> Split(string text)
    {
        List<string> words = [];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at])) at++;
            else if (IsName(text[at..(at + 1)]))
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && IsName(text[at..(at + 1)])) at++;
                words.Add(text[start..at]);
            }
            else
            {
                at += text.AsSpan(at) is ['=' or '!', '=', ..] ? 2 : 1;
                words.Add(text[start..at]);
            }
        }

        return words;
    }
}
