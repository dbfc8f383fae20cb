using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>Says what a user may do. Several together: one that allows is enough.</summary>
public interface IAuthorizer
{
    /// <summary>True: it looks at the cluster's objects, and may be asked on the simulation's thread only.</summary>
    bool ReadsObjects => false;

    /// <summary>True: he may make any role, whatever he has himself.</summary>
    bool IsSuperUser(User user) => false;

    bool Allows(User user, RequestAttributes attributes);
}
