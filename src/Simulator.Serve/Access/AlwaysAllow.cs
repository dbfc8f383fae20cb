using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary><c>--authorization-mode=AlwaysAllow</c>: who is known may everything.</summary>
public sealed class AlwaysAllow : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes) => true;
}
