using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Single calls as steps of a command; a failure goes to the outcome.</summary>
internal static class Calls
{
    public static IEnumerable<Event> Get(string kind, ObjectKey key, Kubectl kubectl, Outcome outcome) => Make(new GetRequest(kind, key), kubectl, outcome);

    public static IEnumerable<Event> Make(ApiRequest request, Kubectl kubectl, Outcome outcome)
    {
        var call = kubectl.Call(request);
        yield return call;
        outcome.Took(call, out _);
    }
}
