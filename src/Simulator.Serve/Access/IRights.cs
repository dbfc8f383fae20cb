using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access;

/// <summary>Answers what somebody may do, as the gate would decide.</summary>
public interface IRights
{
    /// <summary>Null: he may not. Else why, "" where nobody says so.</summary>
    /// <param name="user">Null: nobody was asked who he is, at the insecure port; he may everything.</param>
    string? WhyAllowed(User? user, RequestAttributes asked);

    /// <summary>All that he may do in a namespace, and on paths.</summary>
    /// <param name="served">What there is.</param>
    IReadOnlyList<PolicyRule> RulesOf(User? user, string home, IReadOnlyList<ServedResource> served);
}
