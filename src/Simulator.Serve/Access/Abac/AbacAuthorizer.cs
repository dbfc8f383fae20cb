using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Abac;

/// <summary><c>--authorization-mode=ABAC</c>: any line that matches allows.</summary>
public sealed class AbacAuthorizer(IReadOnlyList<AbacPolicy> policies) : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes)
    {
        foreach (var policy in policies)
        {
            if (policy.Allows(user, attributes)) return true;
        }

        return false;
    }

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) =>
        [.. policies.SelectMany(policy => policy.RulesOf(user, home))];
}
