using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Serve.Access.Roles;

/// <summary>Reads a role of one's own.</summary>
internal static class ServiceRuleShape
{
    private static readonly string[] Verbs =
    [
        "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "proxy", "redirect", "impersonate", "*",
    ];

    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete", "*"];

    public static ServiceRole ReadRole(FieldReader fields) =>
        new(fields.RequiredText("name"), fields.Text("meaning"), fields.List("rules", ReadRule));

    private static ServiceRule ReadRule(FieldReader fields)
    {
        if (fields.Has("resources") == fields.Has("paths"))
        {
            fields.Error($"has {(fields.Has("paths") ? "both" : "neither")} of resources and paths; allowed is exactly one");
        }

        return fields.Has("paths") ? ReadPaths(fields) : ReadResources(fields);
    }

    private static ServiceRule ReadPaths(FieldReader fields)
    {
        var paths = fields.Texts("paths");
        foreach (var path in paths.Where(path => path is not ("*" or ['/', ..])))
        {
            fields.ErrorAt("paths", $"found '{Wording.Shortened(path)}'; allowed is a path from / on, with * at its end or alone");
        }

        return new ServiceRule { Verbs = Words(fields, "verbs", Methods), Paths = paths };
    }

    private static ServiceRule ReadResources(FieldReader fields) => new()
    {
        Verbs = Words(fields, "verbs", Verbs),
        Groups = fields.Has("groups") ? Words(fields, "groups", [.. KnownResources.Groups, "*"]) : ["*"],
        Resources = Resources(fields, "resources"),
        Except = Resources(fields, "except"),
        Namespaces = fields.Has("namespaces") ? fields.Texts("namespaces") : ["*"],
        Names = fields.Texts("names"),
    };

    /// <summary>A misspelt resource gives nobody anything; a misspelt exception gives too much: both are errors.</summary>
    private static IReadOnlyList<string> Resources(FieldReader fields, string key)
    {
        var items = fields.Optional(key)?.Items() ?? [];
        var names = new List<string>();
        foreach (var item in items)
        {
            if (item.Text() is not { } text) continue;
            var resource = text.Split('/')[0];
            if (resource == "*" || KnownResources.GroupOf(resource) is not null) names.Add(text);
            else item.Error($"there is no resource '{Wording.Shortened(resource)}'{Wording.DidYouMean(resource, KnownResources.Names)}");
        }

        return names;
    }

    private static IReadOnlyList<string> Words(FieldReader fields, string key, IReadOnlyCollection<string> allowed) =>
        [.. (fields.Required(key)?.Items() ?? []).Select(item => item.OneOf(allowed)).OfType<string>()];
}
