using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Rbac;

/// <summary>The rules that bindings give a user (GetEffectivePolicyRules in pkg/apis/rbac/validation/rulevalidation.go).</summary>
internal sealed class UserRules
{
    private readonly List<PolicyRule> _rules = [];
    private readonly List<string> _errors = [];

    private UserRules()
    {
    }

    public IReadOnlyList<PolicyRule> Rules => _rules;

    /// <summary>What could not be read of the bindings, as Go prints such a list; null: nothing.</summary>
    public string? Error => _errors.Count switch
    {
        0 => null,
        1 => _errors[0],
        _ => $"[{string.Join(", ", _errors)}]",
    };

    /// <param name="user">Null: nobody, at the insecure port.</param>
    /// <param name="home">Whose role bindings count; empty: the cluster role bindings.</param>
    /// <param name="isLater">By the rules of rbac.authorization.k8s.io/v1.</param>
    public static UserRules Of(IDocumentStore documents, User? user, string home, bool isLater)
    {
        var found = new UserRules();
        var bindings = home.Length == 0 ? documents.List("clusterrolebindings", null) : documents.List("rolebindings", home);
        foreach (var binding in bindings) found.Add(documents, user, home, binding, isLater);
        return found;
    }

    private void Add(IDocumentStore documents, User? user, string home, JsonObject binding, bool isLater)
    {
        var subjects = binding["subjects"] as JsonArray;
        if (isLater ? user is null || !BindingSubjects.Name(user, subjects) : !MayInclude(user, subjects)) return;
        var (rules, refusal) = RoleReference.Resolve(documents, binding["roleRef"], home);
        if (refusal is not null) _errors.Add(refusal.Message);
        _rules.AddRange(rules);
    }

    /// <summary>A binding whose subjects cannot be judged counts all the same: a bug of 1.3.10, kept.</summary>
    private bool MayInclude(User? user, JsonArray? subjects)
    {
        if (BindingSubjects.Include(user, subjects, out var error)) return true;
        if (error is not null) _errors.Add(error);
        return error is not null;
    }
}
