using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary><c>--authorization-mode=AlwaysDeny</c>: nobody may anything.</summary>
public sealed class AlwaysDeny : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes) => false;
}
