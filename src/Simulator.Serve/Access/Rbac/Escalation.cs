using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Rbac;

/// <summary>ConfirmNoEscalation (pkg/apis/rbac/validation/rulevalidation.go): nobody gives what he does not have.</summary>
internal static class Escalation
{
    /// <summary>Null: the user has all that is wanted.</summary>
    /// <param name="isLater">By the rules of rbac.authorization.k8s.io/v1, where verbs count for paths, too.</param>
    public static string? Find(
        IDocumentStore documents, User? user, string home, IReadOnlyList<PolicyRule> wanted, bool isLater = false)
    {
        var local = UserRules.Of(documents, user, home, isLater);
        var global = UserRules.Of(documents, user, "", isLater);
        IReadOnlyList<PolicyRule> owned = [.. local.Rules, .. global.Rules];
        var missing = RuleCover.Missing(owned, wanted, withMethods: isLater);
        return missing.Count == 0 ? null : Sentence(user, missing, owned, [local.Error, global.Error]);
    }

    private static string Sentence(
        User? user, IReadOnlyList<PolicyRule> missing, IReadOnlyList<PolicyRule> owned, IReadOnlyList<string?> errors) =>
        $"attempt to grant extra privileges: {GoText.List(missing.Select(rule => $"{rule}"))} user={user?.ToString() ?? "<nil>"} "
        + $"ownerrules={GoText.List(owned.Select(rule => $"{rule}"))} ruleResolutionErrors={GoText.List(errors.OfType<string>())}";
}
