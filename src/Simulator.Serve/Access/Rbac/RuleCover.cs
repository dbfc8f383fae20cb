namespace Simulator.Serve.Access.Rbac;

/// <summary>
/// Whether rules that somebody has cover others (pkg/apis/rbac/validation/policy_comparator.go): these are broken down to one group,
/// resource, verb and name or one path each, and one of his rules must cover each piece alone.
/// </summary>
internal static class RuleCover
{
    private const string All = "*";

    /// <summary>The pieces that nothing covers.</summary>
    /// <param name="withMethods">Verbs count for paths, too: not in 1.3.</param>
    public static IReadOnlyList<PolicyRule> Missing(
        IReadOnlyList<PolicyRule> owned, IReadOnlyList<PolicyRule> wanted, bool withMethods) =>
        [.. wanted.SelectMany(rule => Pieces(rule, withMethods)).Where(piece => !owned.Any(rule => Covers(rule, piece)))];

    private static IEnumerable<PolicyRule> Pieces(PolicyRule rule, bool withMethods)
    {
        foreach (var group in rule.Groups)
        {
            foreach (var resource in rule.Resources)
            {
                foreach (var piece in rule.Verbs.SelectMany(verb => Named(rule, group, resource, verb))) yield return piece;
            }
        }

        foreach (var path in rule.Paths)
        {
            if (!withMethods) yield return new PolicyRule { Paths = [path] };
            else foreach (var verb in rule.Verbs) yield return new PolicyRule { Paths = [path], Verbs = [verb] };
        }
    }

    private static IEnumerable<PolicyRule> Named(PolicyRule rule, string group, string resource, string verb)
    {
        var piece = new PolicyRule { Groups = [group], Resources = [resource], Verbs = [verb] };
        return rule.Names.Count == 0 ? [piece] : rule.Names.Select(name => piece with { Names = [name] });
    }

    /// <summary>An empty list of the piece is always covered; verbs are not looked at for paths, because theirs is empty.</summary>
    private static bool Covers(PolicyRule owned, PolicyRule piece) =>
        Holds(owned.Verbs, piece.Verbs)
        && Holds(owned.Groups, piece.Groups)
        && Holds(owned.Resources, piece.Resources)
        && Holds(owned.Paths, piece.Paths)
        && (owned.Names.Count == 0 || (piece.Names.Count > 0 && piece.Names.All(owned.Names.Contains)));

    private static bool Holds(IReadOnlyList<string> owned, IReadOnlyList<string> wanted) =>
        owned.Contains(All) || wanted.All(owned.Contains);
}
