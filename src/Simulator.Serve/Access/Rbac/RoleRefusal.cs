namespace Simulator.Serve.Access.Rbac;

/// <summary>Why a role or binding may not be made, as the fields of a <c>Status</c>.</summary>
/// <param name="Reason">Null: an error that is none of the API's.</param>
public sealed record RoleRefusal(int Code, string? Reason, string Message)
{
    /// <summary>The resource that the details name; null: there are no details.</summary>
    public string? Resource { get; init; }

    /// <summary>Empty: the details name none.</summary>
    public string Name { get; init; } = "";

    public const string Group = "rbac.authorization.k8s.io";

    internal static RoleRefusal Plain(string message) => new(500, null, message);

    internal static RoleRefusal BadRequest(string message) => new(400, "BadRequest", message);

    internal static RoleRefusal NotFound(string resource, string name) =>
        new(404, "NotFound", $"{resource}.{Group} {GoText.Quote(name)} not found") { Resource = resource, Name = name };

    internal static RoleRefusal Forbidden(string resource, string name, string why) =>
        new(403, "Forbidden", $"{resource}.{Group} {GoText.Quote(name)} is forbidden: {why}") { Resource = resource, Name = name };
}
