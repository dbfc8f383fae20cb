namespace Simulator.Serve.Access.Setup;

/// <summary>Who may do what, as it is typed: paths of files, under the names of 1.3.10's flags where it has them.</summary>
public sealed record AccessSettings
{
    /// <summary><c>--token-auth-file</c></summary>
    public string? TokenFile { get; init; }

    /// <summary><c>--basic-auth-file</c></summary>
    public string? BasicFile { get; init; }

    /// <summary><c>--client-ca-file</c></summary>
    public string? ClientAuthorityFile { get; init; }

    /// <summary><c>--authorization-mode</c>, a comma list; null: that of the roles, or AlwaysAllow.</summary>
    public string? Modes { get; init; }

    /// <summary><c>--authorization-policy-file</c></summary>
    public string? PolicyFile { get; init; }

    /// <summary><c>--authorization-rbac-super-user</c></summary>
    public string SuperUser { get; init; } = "";

    /// <summary><c>--roles</c></summary>
    public string? RolesFile { get; init; }

    /// <summary>Something is said about who may do what.</summary>
    public bool SaysAnything => this != new AccessSettings();
}
