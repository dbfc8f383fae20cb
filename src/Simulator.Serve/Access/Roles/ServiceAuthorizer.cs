using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Roles;

/// <summary>The roles of the hosted service at the door of one cluster: its API, its clock, its troubles, its dashboard.</summary>
public sealed class ServiceAuthorizer(ServiceRoles roles, string cluster) : IAuthorizer
{
    public bool Allows(User user, RequestAttributes attributes) => roles.Find(user, cluster, attributes) is not null;
}
