using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Access.Rbac;

/// <summary>What a role allows: verbs on resources, or paths (pkg/apis/rbac/types.go).</summary>
public sealed record PolicyRule
{
    /// <summary>All of everything.</summary>
    public static IReadOnlyList<PolicyRule> Everything { get; } =
        [new() { Verbs = ["*"], Groups = ["*"], Resources = ["*"] }, new() { Verbs = ["*"], Paths = ["*"] }];

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
        Verbs = Texts(rule, "verbs"),
        Groups = Texts(rule, "apiGroups"),
        Resources = Texts(rule, "resources"),
        Names = Texts(rule, "resourceNames"),
        Paths = Texts(rule, "nonResourceURLs"),
    };

    /// <summary>The API has checked them: what is no text there is none.</summary>
    private static IReadOnlyList<string> Texts(JsonObject fields, string key) =>
        fields[key] is JsonArray items ? [.. items.Select(item => item.AsText() ?? "")] : [];
}
