using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Controllers;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Who gets the answer to a call.</summary>
public interface ICaller
{
    void Complete(in ApiResponse response);
}

/// <summary>One component's client: each call takes a token of its bucket, then the time of the call; events go one by one (pkg/client/restclient, pkg/client/record of 1.3.10).</summary>
public sealed class ApiClient
{
    /// <summary>Events that wait for the recorder; more are dropped (maxQueuedEvents).</summary>
    private const int EventsMax = 1000;

    private readonly Simulation _simulation;
    private readonly SimulatedApiServer _server;
    private readonly LatencyModel _latency;
    private readonly TokenBucket _bucket;
    private readonly ICaller _caller;
    private readonly EventRecorder _recorder;

    public ApiClient(Simulation simulation, SimulatedApiServer server, LatencyModel latency, ICaller caller, float qps, int burst)
    {
        (_simulation, _server, _latency, _caller) = (simulation, server, latency, caller);
        _bucket = new TokenBucket(qps, burst, Instant.FromStart(simulation.Now));
        _recorder = new EventRecorder(this);
    }

    public void Send(ApiRequest request)
    {
        if (request is EventRequest) _recorder.Post(request);
        else Send(request, _caller);
    }

    private void Send(ApiRequest request, ICaller caller)
    {
        var wait = _bucket.Take(Instant.FromStart(_simulation.Now));
        _simulation.Schedule(wait + _latency.OfCall(ListedObjects(request)), new Call(this, request, caller));
    }

    private int ListedObjects(ApiRequest request) => request switch
    {
        ListRequest list => _server.Store.List(list.Kind, list.Namespace).Count,
        ListPodsOnNodeRequest list => _server.Store.PodCountOn(list.NodeName),
        _ => 0,
    };

    /// <summary>A call under way; it takes effect and is answered at the same moment.</summary>
    private sealed class Call(ApiClient client, ApiRequest request, ICaller caller) : ICallback
    {
        public void Invoke(long payload) =>
            caller.Complete(client._server.Execute(request, Instant.FromStart(client._simulation.Now)));
    }

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
