using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Roles;

/// <summary>Who has which role on which cluster: what one file says.</summary>
/// <param name="Roles">The ready-made ones, then those of the file.</param>
public sealed record ServiceRoles(IReadOnlyList<ServiceRole> Roles, IReadOnlyList<ServiceBinding> Bindings)
{
    /// <summary>The binding that allows a request; null: none does.</summary>
    /// <param name="cluster">Its name in the scenario, or that of the federation.</param>
    public ServiceBinding? Find(User user, string cluster, RequestAttributes attributes)
    {
        foreach (var binding in Bindings)
        {
            if (!binding.Names(user) || !binding.Covers(cluster)) continue;
            if (ReadyRoles.OfEverybody.Any(rule => rule.Allows(attributes))) return binding;
            if (binding.Reaches(attributes) && binding.Role.Rules.Any(rule => rule.Allows(attributes))) return binding;
        }

        return null;
    }

    /// <summary>All that somebody may do on a cluster in a namespace, and on paths.</summary>
    /// <param name="served">What there is.</param>
    internal IReadOnlyList<PolicyRule> RulesOf(User user, string cluster, string home, IReadOnlyList<ServedResource> served)
    {
        var own = Bindings.Where(binding => binding.Names(user) && binding.Covers(cluster)).ToList();
        if (own.Count == 0) return [];
        var rules = own.Where(binding => binding.Namespaces.Count == 0 || binding.Namespaces.Contains(home))
            .SelectMany(binding => binding.Role.Rules.Where(rule => rule.Paths.Count == 0 || binding.Namespaces.Count == 0));
        return [.. ReadyRoles.OfEverybody.Concat(rules).Distinct().SelectMany(rule => rule.ToldIn(home, served))];
    }
}
