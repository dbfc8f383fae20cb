using System.Text.Json.Nodes;

namespace Simulator.Serve.Access.Rbac;

/// <summary>What a role allows: verbs on resources, or paths (pkg/apis/rbac/types.go).</summary>
public sealed record PolicyRule
{
    public IReadOnlyList<string> Verbs { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary><c>pods</c>, <c>pods/log</c>, <c>*</c>.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Empty: whatever the name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Equal or <c>*</c> alone: <c>/api/*</c> is only itself.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The rules of a role.</summary>
    public static IReadOnlyList<PolicyRule> Of(JsonObject role) =>
        role["rules"] is JsonArray rules ? [.. rules.OfType<JsonObject>().Select(Read)] : [];

    /// <summary>As Go prints it: <c>{[get] &lt;nil&gt; [*] [pods] [] []}</c>.</summary>
    public override string ToString() =>
        $"{{{GoText.List(Verbs)} <nil> {GoText.List(Groups)} {GoText.List(Resources)} {GoText.List(Names)} {GoText.List(Paths)}}}";

    private static PolicyRule Read(JsonObject rule) => new()
    {
        Verbs = RoleText.Texts(rule, "verbs"),
        Groups = RoleText.Texts(rule, "apiGroups"),
        Resources = RoleText.Texts(rule, "resources"),
        Names = RoleText.Texts(rule, "resourceNames"),
        Paths = RoleText.Texts(rule, "nonResourceURLs"),
    };
}
