using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>A user's client: each call is an event that processes can wait for; its value is the answer.</summary>
internal sealed class Kubectl : ICaller
{
    private readonly Dictionary<ApiRequest, Event> _calls = new(ReferenceEqualityComparer.Instance);
    private readonly Simulation _simulation;
    private readonly ApiClient _client;

    public Kubectl(Simulation simulation, Func<ICaller, ApiClient> connect)
    {
        _simulation = simulation;
        _client = connect(this);
    }

    public Event Call(ApiRequest request)
    {
        var call = new Event(_simulation);
        _calls.Add(request, call);
        _client.Send(request);
        return call;
    }

    public static ApiResponse AnswerTo(Event call) => (ApiResponse)call.Value!;

    void ICaller.Complete(in ApiResponse response)
    {
        if (_calls.Remove(response.Request, out var call)) call.Succeed(response);
    }
}
