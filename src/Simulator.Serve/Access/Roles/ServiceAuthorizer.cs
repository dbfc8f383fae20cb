using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Roles;

/// <summary>The roles of the hosted service at the door of one cluster: its API, its clock, its troubles, its dashboard.</summary>
public sealed class ServiceAuthorizer(ServiceRoles roles, string cluster) : IAuthorizer
{
    private static readonly RequestAttributes MakingRoles = new()
    {
        Path = "",
        Verb = "create",
        IsResource = true,
        Group = "rbac.authorization.k8s.io",
        Resource = "clusterroles",
    };

    /// <summary>The roles of the API give nobody anything here: whoever may make them makes any.</summary>
    public bool IsSuperUser(User user) => Allows(user, MakingRoles);

    public bool Allows(User user, RequestAttributes attributes) => roles.Find(user, cluster, attributes) is not null;

    public string Reason(User user, RequestAttributes attributes) => $"the role {roles.Find(user, cluster, attributes)!.Role.Name}";

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) =>
        roles.RulesOf(user, cluster, home, served);
}
