using System.Diagnostics.CodeAnalysis;
namespace Simulator.Api;
public sealed class SelectorMatcher(LabelSelector selector)
{
    public static bool TryCompile(LabelSelector selector, [NotNullWhen(true)] out SelectorMatcher? matcher, [NotNullWhen(false)] out string? error) { matcher = new SelectorMatcher(selector); error = null; return true; }
    public bool Matches(LabelSet labels) => selector.MatchLabels.IsSubsetOf(labels);
}
