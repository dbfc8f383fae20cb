using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;

namespace Simulator.Serve.Access.Roles;

/// <summary>Reads the file of <c>--roles</c>: <c>roles</c> of one's own, and <c>bindings</c> of people to roles.</summary>
public static class ServiceRolesFile
{
    /// <summary>Null after errors.</summary>
    /// <param name="clusters">Those that there are, the federation among them; empty: nobody knows, any name will do.</param>
    public static ServiceRoles? Read(string path, IReadOnlyCollection<string> clusters, Diagnostics diagnostics)
    {
        var own = new Diagnostics();
        var documents = SourceTree.ReadFile(path, own);
        if (documents.Count != 1 && !own.HasErrors)
        {
            own.Error(path, 1, 1, $"the file holds {documents.Count} documents; allowed is one with roles and bindings");
        }

        var roles = own.HasErrors ? null : Read(documents[0], clusters, own);
        diagnostics.AddAll(own);
        return own.HasErrors ? null : roles;
    }

    public static ServiceRoles? Read(SourceNode document, IReadOnlyCollection<string> clusters, Diagnostics diagnostics)
    {
        var context = new ReadingContext(diagnostics, ReadingRules.Scenario);
        return new SourceCursor(document, SourcePath.Root, context).Read(fields => Read(fields, clusters));
    }

    private static ServiceRoles Read(FieldReader fields, IReadOnlyCollection<string> clusters)
    {
        var roles = new List<ServiceRole>(ReadyRoles.All);
        foreach (var role in fields.Optional("roles")?.Items() ?? []) AddRole(role, roles);
        var bindings = new List<ServiceBinding>();
        foreach (var item in fields.Required("bindings")?.Items() ?? [])
        {
            if (item.Read(binding => ReadBinding(binding, roles, clusters)) is { } read) bindings.Add(read);
        }

        return new ServiceRoles(roles, bindings);
    }

    private static void AddRole(SourceCursor item, List<ServiceRole> roles)
    {
        if (item.Read(ServiceRuleShape.ReadRole) is not { } role) return;
        if (roles.All(known => known.Name != role.Name)) roles.Add(role);
        else
        {
            var isReady = ReadyRoles.All.Any(ready => ready.Name == role.Name);
            item.Error($"there is a role '{role.Name}' already{(isReady ? ", ready-made" : "")}; allowed is another name");
        }
    }

    private static ServiceBinding ReadBinding(FieldReader fields, List<ServiceRole> roles, IReadOnlyCollection<string> clusters)
    {
        var name = fields.Required("role")?.OneOf([.. roles.Select(role => role.Name)]);
        var binding = new ServiceBinding
        {
            Role = roles.Find(role => role.Name == name) ?? roles[0],
            Users = fields.Texts("users"),
            Groups = fields.Texts("groups"),
            ClusterNames = fields.Texts("clusters"),
            Namespaces = fields.Texts("namespaces"),
        };
        if (binding.Users.Count == 0 && binding.Groups.Count == 0) fields.Error("names nobody; allowed are users, groups, or both");
        CheckClusters(fields, binding, clusters);
        return binding;
    }

    private static void CheckClusters(FieldReader fields, ServiceBinding binding, IReadOnlyCollection<string> clusters)
    {
        foreach (var cluster in binding.ClusterNames.Where(cluster => clusters.Count > 0 && !clusters.Contains(cluster)))
        {
            var hint = Wording.DidYouMean(cluster, clusters);
            fields.ErrorAt("clusters", $"there is no cluster '{Wording.Shortened(cluster)}'{hint} (there are {Wording.Listed(clusters)})");
        }
    }
}
