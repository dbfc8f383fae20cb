using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>
/// Runs a control loop in the simulated world: its watch, its client, its alarm clock. A process that starts anew has a new loop and a new
/// host.
/// </summary>
internal sealed class LoopHost : IWatcher, ICaller, ICallback
{
    private readonly Hosted _hosted;
    private readonly IControlLoop _loop;
    private readonly ApiClient _client;
    private readonly PaidCalls _paid;
    private readonly List<ApiRequest> _requests = [];
    private WatchKeeper? _watch;
    private TimerHandle _alarm;
    private Instant? _alarmAt;
    private bool _isStopped;

    public LoopHost(Hosted hosted, IControlLoop loop, float qps, int burst, MarkingCalls? calls = null)
    {
        (_hosted, _loop) = (hosted, loop);
        _client = new ApiClient(hosted.Simulation, hosted.Server, hosted.Latency, this, qps, burst) { Calls = calls, Pulse = hosted.Pulse };
        _paid = new PaidCalls(hosted.Server);
    }

    /// <summary>Called after the loop was given something: the place to pick up its notes.</summary>
    public Action? AfterTurn { get; init; }

    /// <summary>Called when all that there was has been delivered, before anything else happens.</summary>
    public Action? Listed { get; init; }

    /// <summary>Takes requests that are for somebody else; true = it has.</summary>
    public Func<ApiRequest, bool>? Elsewhere { get; init; }

    private Simulation Simulation => _hosted.Simulation;

    private Instant Now => Instant.FromStart(Simulation.Now);

    /// <summary>At time zero: what there is is known already.</summary>
    public void StartKnowing()
    {
        foreach (var kind in _loop.Watches)
        {
            foreach (var value in _hosted.Server.Store.List(kind)) _loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), Now);
        }

        Listed?.Invoke();
        if (_loop.Watches.Count > 0)
        {
            _watch = new WatchKeeper(
                _hosted, _client, _loop.Watches, new Watch(Simulation, _hosted.Latency, _hosted.Server.Store, _loop.Watches, this));
        }
        if (_hosted.Pulse.IsFrozen) SetFrozen(true);
        EndTurn();
    }

    /// <summary>As a process starts: it lists what it watches; controllers wait until their caches are filled.</summary>
    public void Start() => new ListOfKinds(Simulation, _client, _loop.Watches, () =>
    {
        if (!_isStopped) StartKnowing();
    }).Start();

    /// <summary>The process ends.</summary>
    public void Stop()
    {
        _isStopped = true;
        _client.Stop();
        _watch?.Stop();
        SetAlarm(null);
    }

    public void SetCutOff(bool isCutOff)
    {
        _client.IsCutOff = isCutOff;
        _watch?.ReachChanged();
    }

    /// <summary>The events of its watches wait while its process hangs.</summary>
    public void SetFrozen(bool isFrozen) => _watch?.ProcessFrozen(isFrozen);

    public void Deliver(in WatchEvent watchEvent)
    {
        _loop.Deliver(watchEvent, Now);
        EndTurn();
    }

    /// <summary>What a watch in a member of a federation shows.</summary>
    public void DeliverFrom(string member, in WatchEvent watchEvent)
    {
        if (_isStopped) return;
        ((IFederationLoop)_loop).DeliverFrom(member, watchEvent, Now);
        EndTurn();
    }

    public void TellListed(string member)
    {
        ((IFederationLoop)_loop).HasListed(member, Now);
        EndTurn();
    }

    /// <summary>False if the loop would do nothing about it.</summary>
    public bool Wants(in WatchEvent watchEvent) => _loop is not ISelectiveLoop selective || selective.Wants(watchEvent);

    public void Complete(in ApiResponse response)
    {
        // Of a call to the cloud, which outlives the caller.
        if (_isStopped) return;
        if (_hosted.Pulse.IsFrozen)
        {
            CompleteLater(response);
            return;
        }

        var paid = response is { IsOk: true, Request: GetScaleRequest { CallsAfter: var calls } } ? calls : 0;
        if (paid > 0 && _loop is IPayingLoop paying) paying.Complete(response, _paid.Pay(paid, Now), Now);
        else _loop.Complete(response, Now);
        EndTurn();
    }

    private void CompleteLater(ApiResponse response) => _hosted.Pulse.Later(() => Complete(response));

    void ICallback.Invoke(long payload)
    {
        _alarmAt = null;
        if (_hosted.Pulse.IsFrozen)
        {
            _hosted.Pulse.Later(SetAlarm);
            return;
        }

        _loop.Wake(Now);
        EndTurn();
    }

    private void EndTurn()
    {
        _loop.TakeRequests(_requests);
        foreach (var request in _requests) Send(request);
        _requests.Clear();
        AfterTurn?.Invoke();
        SetAlarm();
    }

    private void SetAlarm()
    {
        if (!_isStopped) SetAlarm(_loop.NextWake);
    }

    private void Send(ApiRequest request)
    {
        if (Elsewhere?.Invoke(request) == true) return;
        if (request is CloudRequest toCloud) _hosted.Cloud!.Send(toCloud, this);
        else _client.Send(request);
    }

    private void SetAlarm(Instant? at)
    {
        if (at == _alarmAt) return;
        if (_alarmAt is not null) Simulation.Cancel(_alarm);
        _alarmAt = at;
        if (at is null) return;
        var due = at.Value.SinceStart;
        _alarm = Simulation.ScheduleAt(due > Simulation.Now ? due : Simulation.Now, this);
    }
}
