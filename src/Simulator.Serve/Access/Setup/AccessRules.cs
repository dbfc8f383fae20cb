using System.Security.Cryptography.X509Certificates;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Access.Roles;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Access.Setup;

/// <summary>Who may do what on served clusters, read from files and ready to be asked.</summary>
public sealed record AccessRules
{
    /// <summary>In the order in which they are tried: passwords, certificates, tokens (pkg/apiserver/authenticator/authn.go).</summary>
    public IReadOnlyList<IAuthenticator> Authenticators { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [AccessMode.AlwaysAllow];

    public IReadOnlyList<AbacPolicy> Policies { get; init; } = [];

    /// <summary>Empty: there is none.</summary>
    public string SuperUser { get; init; } = "";

    /// <summary>Null: no file gives any.</summary>
    public ServiceRoles? Roles { get; init; }

    /// <summary>Those who vouch for client certificates.</summary>
    public X509Certificate2Collection ClientAuthorities { get; init; } = [];

    /// <summary>The gate of one cluster.</summary>
    /// <param name="api">Whose roles it keeps.</param>
    public AccessGate GateOf(string cluster, IDocumentStore documents, ApiGroups api = ApiGroups.Extensions) =>
        new(Authenticators, [.. Modes.Select(mode => AuthorizerOf(mode, cluster, documents, api))]);

    private IAuthorizer AuthorizerOf(string mode, string cluster, IDocumentStore documents, ApiGroups api) => mode switch
    {
        AccessMode.Abac => new AbacAuthorizer(Policies),
        AccessMode.Rbac when api == ApiGroups.Apps => new LaterRbacAuthorizer(documents, SuperUser),
        AccessMode.Rbac => new RbacAuthorizer(documents, SuperUser),
        AccessMode.Roles => new ServiceAuthorizer(Roles!, cluster),
        AccessMode.AlwaysDeny => new AlwaysDeny(),
        _ => new AlwaysAllow(),
    };
}
