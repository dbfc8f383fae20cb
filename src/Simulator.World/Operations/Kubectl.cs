using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Timeout = Simulator.Engine.Timeout;

namespace Simulator.World.Operations;

/// <summary>A user's client: each call is an event that processes can wait for; its value is the answer.</summary>
internal sealed class Kubectl : ICaller
{
    private readonly Dictionary<ApiRequest, Event> _calls = new(ReferenceEqualityComparer.Instance);
    private readonly Simulation _simulation;
    private readonly ApiClient _client;

    /// <param name="cluster">Stands for the address of its API server in messages.</param>
    public Kubectl(Simulation simulation, string cluster, Func<ICaller, ApiClient> connect)
    {
        (_simulation, Cluster) = (simulation, cluster);
        _client = connect(this);
    }

    public string Cluster { get; }

    /// <summary>How it empties a node.</summary>
    public DrainWay Drains { get; init; }

    /// <summary>How it taints one.</summary>
    public TaintWay Taints { get; init; }

    /// <summary>As <see cref="Terminal.IsCollected"/>.</summary>
    public bool IsCollected { get; init; }

    /// <summary>Where it notes which pods it cannot evict.</summary>
    public required RefusedEvictions Refused { get; init; }

    public TimeSpan Now => _simulation.Now;

    public Event Call(ApiRequest request)
    {
        var call = new Event(_simulation);
        _calls.Add(request, call);
        _client.Send(request);
        return call;
    }

    /// <summary>
    /// A watch of what components write about an object: succeeds with the first <see cref="EventRequest"/> that has one of the reasons.
    /// </summary>
    public Event FirstEventOf(string kind, ObjectKey key, IReadOnlyList<string> reasons)
    {
        var first = new Event(_simulation);
        _client.Server.EventWritten += Look;
        return first;

        void Look(EventRequest written)
        {
            if (written.InvolvedKind != kind || written.Involved != key || !reasons.Contains(written.Reason)) return;
            _client.Server.EventWritten -= Look;
            first.Succeed(written);
        }
    }

    /// <summary>Does several things at the same time; succeeds when all are done.</summary>
    public Event Together(IEnumerable<IEnumerable<Event>> routines) =>
        new AllOf(_simulation, [.. routines.Select(routine => new Process(_simulation, routine))]);

    public Event Until(TimeSpan moment) => new Timeout(_simulation, moment > Now ? moment - Now : TimeSpan.Zero);

    public static ApiResponse AnswerTo(Event call) => (ApiResponse)call.Value!;

    void ICaller.Complete(in ApiResponse response)
    {
        if (_calls.Remove(response.Request, out var call)) call.Succeed(response);
    }
}
