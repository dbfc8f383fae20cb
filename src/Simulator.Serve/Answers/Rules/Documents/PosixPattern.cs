using System.Text.RegularExpressions;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Patterns that Go's regexp.CompilePOSIX takes: those of egrep, without the classes and flags of Perl.</summary>
internal static class PosixPattern
{
    private const string KnownEscapes = "afnrtvx0";

    public static bool IsValid(string pattern) => !HasPerl(pattern) && IsPattern(pattern);

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool HasPerl(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                if (++i == pattern.Length) return true;
                if (char.IsAsciiLetterOrDigit(pattern[i]) && !KnownEscapes.Contains(pattern[i], StringComparison.Ordinal)) return true;
            }
            else if (pattern.AsSpan(i) is ['(' or '*' or '+' or '?', '?', ..]) return true;
        }

        return false;
    }
}
