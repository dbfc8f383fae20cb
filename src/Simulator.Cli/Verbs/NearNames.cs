using Simulator.Api.Words;
using Simulator.Reports.Statistics;

namespace Simulator.Cli.Verbs;

/// <summary>Which of up to millions of names somebody may have meant.</summary>
/// <param name="known">With or without their namespaces.</param>
public sealed class NearNames(IEnumerable<string> known)
{
    private const int NamedMax = 5;

    /// <summary>Edits are counted for so many names at most: those that begin like the one that was asked for.</summary>
    private const int ComparedMax = 2000;

    private readonly List<string> _names =
        [.. known.Select(full => full[(full.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal)];

    /// <summary><c>; did you mean 'web-1'? (close: web-1, web-2; 1,000,000 in all)</c>; "" if there are none.</summary>
    public string To(string name)
    {
        if (_names.Count == 0) return "";
        var close = _names.OrderByDescending(other => SharedStart(name, other)).ThenBy(other => other, StringComparer.Ordinal)
            .Take(ComparedMax).ToList();
        return $"{Wording.DidYouMean(name, close)} (close: {Wording.Listed(close.Take(NamedMax))}; {HumanNumber.Count(_names.Count)} in "
            + "all)";
    }

    /// <summary>Generated names differ in their last letters: those that begin alike are close.</summary>
    private static int SharedStart(string left, string right) => left.AsSpan().CommonPrefixLength(right);
}
