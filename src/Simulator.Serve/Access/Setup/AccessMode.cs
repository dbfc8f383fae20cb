namespace Simulator.Serve.Access.Setup;

/// <summary>The modes of <c>--authorization-mode</c>, and that of the roles of the hosted service.</summary>
internal static class AccessMode
{
    public const string AlwaysAllow = "AlwaysAllow";

    public const string AlwaysDeny = "AlwaysDeny";

    public const string Abac = "ABAC";

    public const string Rbac = "RBAC";

    public const string Roles = "Roles";

    public static IReadOnlyList<string> All { get; } = [AlwaysAllow, AlwaysDeny, Abac, Rbac, Roles];
}
