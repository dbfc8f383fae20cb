using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access;

/// <summary><c>--authorization-mode=AlwaysAllow</c>: who is known may everything.</summary>
public sealed class AlwaysAllow : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes) => true;

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) => PolicyRule.Everything;
}
