using Simulator.Api;
using Simulator.ControlPlane.Controllers.Evictions;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.ApiServer;

internal enum ApiCallFate
{
    /// <summary>Not sent yet: it waits for a token of its client, or its client has ended meanwhile.</summary>
    Coming,

    /// <summary>No API server could be reached.</summary>
    Refused,

    /// <summary>The API server had too much in flight (429).</summary>
    TooMany,

    Taken,
}

/// <summary>A call under way; it takes effect and is answered at the same moment.</summary>
internal sealed partial class ApiCall(ApiClient client, ApiRequest request, ICaller caller, TimeSpan latency) : ICallback
{
    /// <summary>Tries after a 429 (maxRetries in pkg/client/restclient/request.go).</summary>
    private const int RetriesMax = 10;

    private const long TimeOut = 1;

    private const long ReadAgain = 2;

    /// <summary>What the API server asks for in its 429 (pkg/apiserver/handlers.go).</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private TimerHandle _timeOut;
    private int _life;
    private int _retries;
    private double _stretch;
    private bool _isSentLater;
    private long _read;
    private EvictionAnswer? _refusal;
    private int _conflicts;

    public TimeSpan ArrivesAt { get; set; }

    public ApiCallFate Fate { get; set; }

    public ApiServerReplica? Replica { get; private set; }

    public bool IsParked { get; private set; }

    public int ClientNumber => client.Number;

    public bool CanReach => !client.IsCutOff;

    /// <summary>Its client still runs.</summary>
    public bool IsWanted => !client.IsStopped;

    private Simulation Simulation => client.Simulation;

    private ApiServerFleet Fleet => client.Server.Fleet;

    private EvictionCalls Evictions => client.Server.Evictions(Instant.FromStart(Simulation.Now));

    public void TakenBy(ApiServerReplica replica, double stretch)
    {
        Fate = ApiCallFate.Taken;
        (Replica, _life, _stretch) = (replica, replica.Life, stretch);
        if (request is EvictRequest eviction) Look(eviction);
    }

    void ICallback.Invoke(long payload)
    {
        Fleet.Settle(Simulation.Now);
        if (_isSentLater) _isSentLater = false;
        else if (payload == TimeOut) GiveUp();
        else if (payload == ReadAgain) Read();
        else if (payload == WaitEnds) GoOnAfterWait();
        else if (payload == ServerGivesUp) LeaveUnanswered();
        else if (Fate == ApiCallFate.Taken) Work();
        else if (Fate == ApiCallFate.Refused) Answer(ApiResult.Unavailable);
        else if (Fate == ApiCallFate.TooMany && _retries++ < RetriesMax) TryAgain();
        else if (Fate == ApiCallFate.TooMany) Answer(ApiResult.TooManyRequests);
    }

    /// <summary>Etcd answers again, or the API server has ended: either way the call goes on.</summary>
    public void Resume()
    {
        if (!IsParked) return;
        IsParked = false;
        Simulation.Cancel(_timeOut);
        Simulation.Schedule(latency, this);
    }

    /// <summary>Its client hangs: it is not sent before that is over, and what was planned for its answer means nothing.</summary>
    public bool IsKept()
    {
        if (!client.Pulse.IsFrozen) return false;
        _isSentLater = true;
        client.Pulse.Later(SendNow);
        return true;
    }

    /// <summary>Its server goes on, and works off what waits, or has ended.</summary>
    public void GoOn() => Simulation.Schedule(latency + (Replica!.Life == _life ? ApiServerFleet.Backlog : TimeSpan.Zero), this);

    private void SendNow()
    {
        ArrivesAt = Simulation.Now;
        Fleet.Announce(this, Simulation.Now);
        Simulation.Schedule(latency, this);
    }

    private void Work()
    {
        if (Replica!.Life != _life) Answer(ApiResult.Unavailable);
        else if (Replica.IsFrozen) Fleet.Hold(this);
        else if (!_isStretched && _stretch > 1) Stretch(Replica);
        else if (!_isCommitting && IsWrite && Fleet.Etcd is { CommitDelay.Ticks: > 0 } etcd) Commit(etcd);
        else if (!Fleet.IsStoreReady && request is not HealthRequest) Park();
        else Finish();
    }

    private bool IsWrite => request is not (GetRequest or ListRequest or ListPodsOnNodeRequest or HealthRequest);

    private void Park()
    {
        // Its entry is lost with the leader.
        if (_isGivenUp) return;
        IsParked = true;
        Fleet.Park(this);
        var due = ArrivesAt + Fleet.Etcd!.RequestTimeout;
        _timeOut = Simulation.ScheduleAt(due > Simulation.Now ? due : Simulation.Now, this, TimeOut);
    }

    private void GiveUp()
    {
        IsParked = false;
        if (Replica!.Life == _life) Replica.InFlight--;
        Answer(ApiResult.Unavailable);
    }

    /// <summary>An eviction that has met another of the same budget: so many tries, half a second apart (EvictionsRetry).</summary>
    private bool MustReadAgain() => request is EvictRequest eviction && _refusal is null && _conflicts < EvictionRule.Tries - 1
        && Evictions.IsOvertaken(eviction, _read);

    private void Read()
    {
        Look((EvictRequest)request);
        Simulation.Schedule(latency, this);
    }

    private void Look(EvictRequest eviction) => (_read, _refusal) = (Evictions.Revision, Evictions.Refusal(eviction));

    private void Finish()
    {
        if (MustReadAgain())
        {
            _conflicts++;
            var pause = EvictionRule.Pause * (1 + (EvictionRule.Jitter * client.Server.EvictionJitter()));
            Simulation.Schedule(Microseconds.Of(pause.TotalMicroseconds), this, ReadAgain);
            return;
        }

        if (!_isGivenUp) Replica!.InFlight--;
        var isRefused = _refusal is not null && client.Server.IsUp;
        Tell(isRefused
            ? EvictionCalls.ResponseTo((EvictRequest)request, _refusal!)
            : client.Server.Execute(request, Instant.FromStart(Simulation.Now)));
    }

    private void Answer(ApiResult result) => Tell(new ApiResponse(request, result));

    /// <summary>Who hangs hears the answer when that is over.</summary>
    private void Tell(ApiResponse response)
    {
        if (!IsWanted || _isGivenUp) return;
        if (client.Pulse.IsFrozen) TellLater(response);
        else caller.Complete(response);
    }

    private void TellLater(ApiResponse response) => client.Pulse.Later(() => Tell(response));

    private void TryAgain()
    {
        if (!IsWanted) return;
        Fate = ApiCallFate.Coming;
        ArrivesAt = Simulation.Now + RetryAfter;
        Fleet.Announce(this, Simulation.Now);
        Simulation.Schedule(RetryAfter + latency, this);
    }
}
