using System.Text.RegularExpressions;
using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>
/// A request in the name of somebody else (WithImpersonation in pkg/apiserver/handlers.go). Who is impersonated has no groups, service
/// accounts aside.
/// </summary>
internal sealed partial record Impersonation
{
    private const string AccountPrefix = "system:serviceaccount:";

    /// <summary>What the sender must be allowed to do.</summary>
    public required RequestAttributes Attributes { get; init; }

    /// <summary>Null: this cannot be the name of a service account, though it begins like one.</summary>
    public User? User { get; init; }

    /// <summary>Null: the request is in the sender's own name.</summary>
    public static Impersonation? Of(ServerRequest request)
    {
        if (request.Header("Impersonate-User") is not { Length: > 0 } name) return null;
        if (Account().Match(name) is { Success: true } account) return OfAccount(name, account.Groups[1].Value, account.Groups[2].Value);
        return new Impersonation
        {
            Attributes = Asked("users", "", name),
            User = name.StartsWith(AccountPrefix, StringComparison.Ordinal) ? null : new User(name),
        };
    }

    private static Impersonation OfAccount(string name, string home, string account) => new()
    {
        Attributes = Asked("serviceaccounts", home, account),
        User = new User(name) { Groups = ["system:serviceaccounts", $"system:serviceaccounts:{home}"] },
    };

    private static RequestAttributes Asked(string resource, string home, string name) => new()
    {
        Path = "",
        Verb = "impersonate",
        IsResource = true,
        Resource = resource,
        Namespace = home,
        Name = name,
    };

    /// <summary>Namespace: a label of DNS; account: a name of DNS.</summary>
    [GeneratedRegex(@"^system:serviceaccount:([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?):"
        + @"((?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*)\z")]
    private static partial Regex Account();
}
