using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access;

/// <summary><c>--authorization-mode=AlwaysDeny</c>: nobody may anything.</summary>
public sealed class AlwaysDeny : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes) => false;

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) => [];
}
