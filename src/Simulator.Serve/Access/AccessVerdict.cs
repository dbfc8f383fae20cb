using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>What the gate says of a request.</summary>
public sealed record AccessVerdict
{
    /// <summary>Null: he may go on.</summary>
    public ServerAnswer? Refusal { get; init; }

    /// <summary>For whom the request is done; null: not known, or nobody was asked (the insecure port).</summary>
    public User? User { get; init; }

    /// <summary><see cref="User"/> may make any role, whatever he has himself.</summary>
    public bool IsSuperUser { get; init; }

    /// <summary>Who sent it for <see cref="User"/>; null: he himself.</summary>
    public User? Impersonator { get; init; }

    public required RequestAttributes Attributes { get; init; }

    /// <summary>The request as it goes on: with the user for whom it is done.</summary>
    public ServerRequest Admit(ServerRequest request) =>
        request with { Caller = request.Caller with { User = User, IsSuperUser = IsSuperUser } };
}
