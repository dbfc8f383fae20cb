using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>Membership of a federation is an object of its API server.</summary>
public static class JoinVerb
{
    internal static IEnumerable<Event> Run(JoinOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Make(new CreateRequest(MemberOf(operation.Member)), kubectl, outcome);

    internal static IEnumerable<Event> Run(LeaveOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Make(new DeleteRequest("Cluster", new ObjectKey("", operation.Member)), kubectl, outcome);

    /// <summary>The object that makes a cluster a member.</summary>
    public static Cluster MemberOf(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        ServerAddresses = [new ServerAddress("0.0.0.0/0", $"https://{name}")],
    };
}
