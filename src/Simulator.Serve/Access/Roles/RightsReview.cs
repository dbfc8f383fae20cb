using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Roles;

/// <summary>What one person or group may do on one cluster, taken over all their bindings.</summary>
/// <param name="Who"><c>ann</c>, <c>group devs</c>, or <c>everybody</c>.</param>
/// <param name="Cells">To each probe: "all", the namespaces in which it is allowed, or "-".</param>
public sealed record RightsReview(string Who, string Cluster, IReadOnlyList<string> Roles, IReadOnlyList<string> Cells)
{
    /// <summary>In the order in which the file names them; groups after users.</summary>
    /// <param name="clusters">Those that there are; empty: those that the file names, or one line for all of them.</param>
    public static IReadOnlyList<RightsReview> Of(ServiceRoles roles, IReadOnlyList<string> clusters)
    {
        var named = roles.Bindings.SelectMany(binding => binding.ClusterNames).Distinct().ToList();
        IReadOnlyList<string> known = clusters.Count > 0 ? clusters : named.Count > 0 ? named : [""];
        return [.. Subjects(roles).SelectMany(subject => known.Select(cluster => Of(
            roles, subject, cluster)).Where(review => review.Roles.Count > 0))];
    }

    private static IEnumerable<(string Who, User User)> Subjects(ServiceRoles roles)
    {
        var users = roles.Bindings.SelectMany(binding => binding.Users).Distinct();
        var groups = roles.Bindings.SelectMany(binding => binding.Groups).Distinct();
        return users.Select(name => (name == "*" ? "everybody" : name, new User(name)))
            .Concat(groups.Select(name => ($"group {name}", new User("") { Groups = [name] })));
    }

    private static RightsReview Of(ServiceRoles roles, (string Who, User User) subject, string cluster)
    {
        var own = roles.Bindings.Where(binding => binding.Names(subject.User) && binding.Covers(cluster)).ToList();
        return new RightsReview(
            subject.Who, cluster, [.. own.Select(binding => binding.Role.Name).Distinct()],
            [.. RightsProbe.All.Select(probe => Cell(roles with { Bindings = own }, subject.User, cluster, probe))]);
    }

    private static string Cell(ServiceRoles roles, User user, string cluster, RightsProbe probe)
    {
        var asked = probe.Attributes;
        var everywhere = probe.IsNamespaced ? asked with { Namespace = KnownResources.Everywhere } : asked;
        if (roles.Find(user, cluster, everywhere) is not null) return "all";
        if (!probe.IsNamespaced) return "-";
        var allowed = PlacesOf(roles).Where(place => roles.Find(user, cluster, asked with { Namespace = place }) is not null).ToList();
        return allowed.Count == 0 ? "-" : string.Join(", ", allowed);
    }

    /// <summary>The namespaces that bindings and roles name.</summary>
    private static IEnumerable<string> PlacesOf(ServiceRoles roles) =>
        roles.Bindings.SelectMany(binding => binding.Namespaces)
            .Concat(roles.Bindings.SelectMany(binding => binding.Role.Rules).SelectMany(rule => rule.Namespaces))
            .Where(place => place != "*")
            .Distinct().Order(StringComparer.Ordinal);
}
