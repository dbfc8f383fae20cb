using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

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
            if (ReadyRoles.Discovery.Allows(attributes)) return binding;
            if (binding.Reaches(attributes) && binding.Role.Rules.Any(rule => rule.Allows(attributes))) return binding;
        }

        return null;
    }
}
