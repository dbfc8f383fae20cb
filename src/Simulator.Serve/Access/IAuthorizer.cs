using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>Says what a user may do. Several together: one that allows is enough.</summary>
public interface IAuthorizer
{
    bool Allows(User user, RequestAttributes attributes);
}
