using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access;

/// <summary>
/// Who is it (401), for whom does he act, may he do it (403)? In this order, before anything is looked up: a client that may not read a
/// namespace does not hear whether something is there (pkg/genericapiserver/genericapiserver.go). The insecure port asks nobody.
/// </summary>
public sealed class AccessGate(IReadOnlyList<IAuthenticator> authenticators, IReadOnlyList<IAuthorizer> authorizers) : IAccessGate, IRights
{
    private readonly bool _asksForPasswords = authenticators.Any(each => each is Credentials.BasicFile);

    public bool ReadsObjects { get; } = authorizers.Any(each => each.ReadsObjects);

    public AccessVerdict Check(ServerRequest request)
    {
        var attributes = AttributeReader.Read(request);
        if (request.Caller.Port == CallerPort.Insecure) return new AccessVerdict { Attributes = attributes };
        var sender = Authenticate(request);
        if (sender is null) return new AccessVerdict { Attributes = attributes, Refusal = Refusals.Unauthorized(_asksForPasswords) };
        var user = Impersonation.Of(request) is { } wanted ? Impersonate(sender, wanted) : sender;
        var isAllowed = user is not null && Allows(user, attributes);
        return new AccessVerdict
        {
            Attributes = attributes,
            User = user ?? sender,
            IsSuperUser = isAllowed && authorizers.Any(each => each.IsSuperUser(user!)),
            Impersonator = user is null || user == sender ? null : sender,
            Refusal = isAllowed ? null : Refusals.Forbidden(request),
        };
    }

    public string? WhyAllowed(User? user, RequestAttributes asked) => user is null
        ? ""
        : authorizers.FirstOrDefault(authorizer => authorizer.Allows(user, asked))?.Reason(user, asked);

    public IReadOnlyList<PolicyRule> RulesOf(User? user, string home, IReadOnlyList<ServedResource> served) => user is null
        ? PolicyRule.Everything
        : [.. authorizers.SelectMany(authorizer => authorizer.RulesOf(user, home, served))];

    private User? Authenticate(ServerRequest request)
    {
        foreach (var authenticator in authenticators)
        {
            if (authenticator.Authenticate(request) is { } user) return user;
        }

        return null;
    }

    /// <summary>Null: he may not, or there is no such name.</summary>
    private User? Impersonate(User sender, Impersonation wanted) =>
        Allows(sender, wanted.Attributes) ? wanted.User : null;

    private bool Allows(User user, RequestAttributes attributes)
    {
        foreach (var authorizer in authorizers)
        {
            if (authorizer.Allows(user, attributes)) return true;
        }

        return false;
    }
}
