using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Runs a control loop in the simulated world: its watch, its client, its alarm clock.</summary>
public sealed class LoopHost : IWatcher, ICaller, ICallback
{
    private readonly Simulation _simulation;
    private readonly IControlLoop _loop;
    private readonly ApiClient _client;
    private readonly List<ApiRequest> _requests = [];
    private TimerHandle _alarm;
    private Instant? _alarmAt;

    public LoopHost(Simulation simulation, IControlLoop loop, SimulatedApiServer server, LatencyModel latency, float qps, int burst)
    {
        (_simulation, _loop) = (simulation, loop);
        _client = new ApiClient(simulation, server, latency, this, qps, burst);
    }

    /// <summary>Called after the loop was given something: the place to pick up its notes.</summary>
    public Action? AfterTurn { get; init; }

    private Instant Now => Instant.FromStart(_simulation.Now);

    /// <summary>Hands over what the watch's initial LIST returns, then follows the changes.</summary>
    public void Start(ObjectStore store, LatencyModel latency)
    {
        foreach (var kind in _loop.Watches)
        {
            foreach (var value in store.List(kind)) _loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), Now);
        }

        Follow(store, latency);
    }

    /// <summary>Follows the changes only: the loop knows the present state already.</summary>
    public void Follow(ObjectStore store, LatencyModel latency)
    {
        _ = new Watch(_simulation, latency, store, _loop.Watches, this);
        EndTurn();
    }

    public void Deliver(in WatchEvent watchEvent)
    {
        _loop.Deliver(watchEvent, Now);
        EndTurn();
    }

    public void Complete(in ApiResponse response)
    {
        _loop.Complete(response, Now);
        EndTurn();
    }

    void ICallback.Invoke(long payload)
    {
        _alarmAt = null;
        _loop.Wake(Now);
        EndTurn();
    }

    private void EndTurn()
    {
        _loop.TakeRequests(_requests);
        foreach (var request in _requests) _client.Send(request);
        _requests.Clear();
        AfterTurn?.Invoke();
        SetAlarm(_loop.NextWake);
    }

    private void SetAlarm(Instant? at)
    {
        if (at == _alarmAt) return;
        if (_alarmAt is not null) _simulation.Cancel(_alarm);
        _alarmAt = at;
        if (at is null) return;
        var due = at.Value.SinceStart;
        _alarm = _simulation.ScheduleAt(due > _simulation.Now ? due : _simulation.Now, this);
    }
}
