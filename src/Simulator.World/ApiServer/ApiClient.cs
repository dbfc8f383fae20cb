using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.ApiServer;

/// <summary>
/// One component's client: each call takes a token of its bucket, then the time of the call; events go one by one (pkg/client/restclient,
/// pkg/client/record of 1.3.10).
/// </summary>
public sealed class ApiClient
{
    /// <summary>Events that wait for the recorder; more are dropped (maxQueuedEvents).</summary>
    private const int EventsMax = 1000;

    private readonly LatencyModel _latency;
    private readonly TokenBucket _bucket;
    private readonly ICaller _caller;
    private readonly EventRecorder _recorder;

    public ApiClient(Simulation simulation, SimulatedApiServer server, LatencyModel latency, ICaller caller, float qps, int burst)
    {
        (Simulation, Server, _latency, _caller) = (simulation, server, latency, caller);
        Number = server.Fleet.NewClient();
        _bucket = new TokenBucket(qps, burst, Instant.FromStart(simulation.Now));
        _recorder = new EventRecorder(this);
    }

    /// <summary>Tells which API server it talks to while all live.</summary>
    public int Number { get; }

    /// <summary>
    /// Its process has ended: what it has sent may take effect, but nobody hears of it, and what still waits for a token is never sent.
    /// </summary>
    public bool IsStopped { get; private set; }

    /// <summary>Of the process whose client it is; most never hang.</summary>
    internal Pulse Pulse { get; init; } = Pulse.Steady;

    /// <summary>It reaches no API server.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Counts what is sent; null: nobody asks.</summary>
    internal MarkingCalls? Calls { get; init; }

    internal Simulation Simulation { get; }

    internal SimulatedApiServer Server { get; }

    public void Send(ApiRequest request)
    {
        if (request is EventRequest) _recorder.Post(request);
        else Send(request, _caller);
    }

    /// <summary>As <see cref="Send(ApiRequest)"/>, with somebody else to hear the answer.</summary>
    public void Send(ApiRequest request, ICaller caller)
    {
        Calls?.Count(request, Simulation.Now);
        var wait = _bucket.Take(Instant.FromStart(Simulation.Now));
        var latency = _latency.OfCall(ListedObjects(request));
        var (waits, works) = request is GetScaleRequest { CallsAfter: var more } ? Pay(more, wait, latency) : (wait, latency);
        var call = new ApiCall(this, request, caller, works) { ArrivesAt = Simulation.Now + wait };
        Server.Fleet.Announce(call, Simulation.Now);
        Simulation.Schedule(waits + works, call);
    }

    /// <summary>Tokens and times of the calls that follow, each after the answer to the one before.</summary>
    private (TimeSpan Waits, TimeSpan Works) Pay(int calls, TimeSpan wait, TimeSpan work)
    {
        for (var i = 0; i < calls; i++)
        {
            wait += _bucket.Take(Instant.FromStart(Simulation.Now + wait + work));
            work += _latency.OfCall(0);
        }

        return (wait, work);
    }

    public void Stop()
    {
        // What has arrived up to now counts as sent.
        Server.Fleet.Settle(Simulation.Now);
        IsStopped = true;
    }

    private int ListedObjects(ApiRequest request) => request switch
    {
        ListRequest list => Server.Store.List(list.Kind, list.Namespace).Count,
        ListPodsRequest list => Server.Count(list),
        ListPodsOnNodeRequest list => Server.Store.PodCountOn(list.NodeName),
        _ => 0,
    };

    /// <summary>The goroutine that sends events, each after the answer to the one before.</summary>
    private sealed class EventRecorder(ApiClient client) : ICaller
    {
        private readonly Queue<ApiRequest> _waiting = [];
        private bool _isSending;

        public void Post(ApiRequest eventRequest)
        {
            if (_waiting.Count < EventsMax) _waiting.Enqueue(eventRequest);
            SendNext();
        }

        public void Complete(in ApiResponse response)
        {
            _isSending = false;
            SendNext();
        }

        private void SendNext()
        {
            if (_isSending || !_waiting.TryDequeue(out var next)) return;
            _isSending = true;
            client.Send(next, this);
        }
    }
}
