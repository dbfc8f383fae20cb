using System.CommandLine;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Roles;
using Simulator.Serve.Messages;

namespace Simulator.Cli.Verbs.Rights;

/// <summary><c>simulator access can-i VERB RESOURCE [NAME] --as USER --roles FILE</c></summary>
internal static class CanIVerb
{
    private static readonly Argument<string> Verb = new("VERB")
    {
        Description = "get, list, watch, create, update, patch, delete, deletecollection; of a path: get, post, ...",
    };

    private static readonly Argument<string> Resource = new("RESOURCE")
    {
        Description = "pods, pods/exec, deployments.extensions, or a path such as /simulator/clock.",
    };

    private static readonly Argument<string?> ObjectName = new("NAME")
    {
        Description = "Of one object.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> As = new("--as") { Description = "Name of the user.", HelpName = "USER", Required = true };

    private static readonly Option<string[]> Groups = new("--group")
    {
        Description = "A group that he is in; once each.",
        HelpName = "GROUP",
    };

    private static readonly Option<string> Namespace = new("--namespace", "-n")
    {
        Description = "Where; without it in all of them.",
        HelpName = "NAMESPACE",
    };

    public static Command Create(Screen screen)
    {
        var options = new RightsOptions();
        var verb = new Command("can-i", "Says whether a user may do one thing, and which role lets him; exit code 1: he may not.")
        {
            Verb, Resource, ObjectName, As, Groups, Namespace, options.Roles, options.Clusters, options.Json,
        };
        verb.SetAction(parsed => Answer(parsed, options, screen));
        return verb;
    }

    private static int Answer(ParseResult parsed, RightsOptions options, Screen screen)
    {
        if (options.Read(parsed, screen) is not { } roles || Attributes(parsed, screen) is not { } asked) return ExitCode.WrongInput;
        var user = new User(parsed.GetRequiredValue(As)) { Groups = parsed.GetValue(Groups) ?? [] };
        var named = parsed.GetValue(options.Clusters) ?? [];
        var found = (named.Length > 0 ? named : [""])
            .Select(cluster => (Cluster: cluster, Binding: roles.Find(user, cluster, asked)))
            .ToList();
        if (named.Length == 0 && found[0].Binding is null) found.AddRange(Somewhere(roles, user, asked));
        if (parsed.GetValue(options.Json)) JsonText.Write(found.Select(Row.Of), screen.Out);
        else foreach (var (cluster, binding) in found) screen.Out.WriteLine(Sentence(cluster, binding));
        return found.TrueForAll(answer => answer.Binding is not null) ? ExitCode.Done : ExitCode.Missed;
    }

    /// <summary>Who may not on all clusters may on these.</summary>
    private static IEnumerable<(string Cluster, ServiceBinding? Binding)> Somewhere(
        ServiceRoles roles, User user, RequestAttributes asked) =>
        from cluster in roles.Bindings.SelectMany(binding => binding.ClusterNames).Distinct()
        let binding = roles.Find(user, cluster, asked)
        where binding is not null
        select (cluster, binding);

    private static string Sentence(string cluster, ServiceBinding? binding)
    {
        var where = cluster.Length > 0 ? $"{cluster}: " : "";
        return binding is null ? $"{where}no" : $"{where}yes, as {binding.Role.Name}";
    }

    /// <summary>Null after a sentence about what there is not.</summary>
    private static RequestAttributes? Attributes(ParseResult parsed, Screen screen)
    {
        var (verb, what) = (parsed.GetRequiredValue(Verb).ToLowerInvariant(), parsed.GetRequiredValue(Resource));
        if (what.StartsWith('/')) return new RequestAttributes { Path = what, Verb = verb };
        var (qualified, subresource) = what.Split('/', 2) is [var first, var second] ? (first, second) : (what, "");
        var (resource, group) = qualified.Split('.', 2) is [var plain, var named] ? (plain, named) : (qualified, null);
        if (KnownResources.GroupOf(resource) is not { } usual)
        {
            return screen.Refuse<RequestAttributes>(
                $"there is no resource '{Wording.Shortened(resource)}'{Wording.DidYouMean(resource, KnownResources.Names)}");
        }

        return KnownResources.Placed(new RequestAttributes
        {
            Path = "",
            Verb = verb,
            IsResource = true,
            Group = group ?? usual,
            Resource = resource,
            Subresource = subresource,
            Namespace = parsed.GetValue(Namespace) ?? "",
            Name = parsed.GetValue(ObjectName) ?? "",
        });
    }

    private sealed record Row(string Cluster, bool Allowed, string? Role)
    {
        public static Row Of((string Cluster, ServiceBinding? Binding) answer) =>
            new(answer.Cluster, answer.Binding is not null, answer.Binding?.Role.Name);
    }
}
