using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access;

/// <summary>Says what a user may do. Several together: one that allows is enough.</summary>
public interface IAuthorizer
{
    /// <summary>True: it looks at the cluster's objects, and may be asked on the simulation's thread only.</summary>
    bool ReadsObjects => false;

    /// <summary>True: he may make any role, whatever he has himself.</summary>
    bool IsSuperUser(User user) => false;

    bool Allows(User user, RequestAttributes attributes);

    /// <summary>What lets him, where <see cref="Allows"/> is true; "": it does not say.</summary>
    string Reason(User user, RequestAttributes attributes) => "";

    /// <summary>All that he may do in a namespace, and on paths.</summary>
    /// <param name="served">What there is: rules with exceptions are told as what is left.</param>
    IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served);
}
