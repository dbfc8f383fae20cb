using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Hosting;

namespace Simulator.World.Federation;

/// <summary>One controller's client of one member, and its watch there.</summary>
internal sealed class MemberLink : IWatcher
{
    private const float Qps = 20;
    private const int Burst = 30;

    private readonly Hosted _there;
    private readonly LoopHost _host;
    private readonly IFederationLoop? _loop;
    private readonly IFederationMember _member;
    private readonly ApiClient _client;
    private WatchKeeper? _watch;
    private bool _isWatching;
    private bool _isStopped;
    private bool _isProcessCutOff;

    /// <param name="loop">Null: it watches nothing.</param>
    public MemberLink(Hosted hosted, IFederationMember member, LoopHost host, IFederationLoop? loop)
    {
        (_member, _host, _loop) = (member, host, loop);
        _there = hosted with
        {
            Name = $"{hosted.Name}/{member.Spec.Name}",
            Server = member.Server,
            Latency = member.Latency,
            MinRequestTimeout = member.Spec.ApiServer.MinRequestTimeout,
        };
        _client = new ApiClient(hosted.Simulation, member.Server, member.Latency, new Unheard(), Qps, Burst) { Pulse = hosted.Pulse };
        member.ReachChanged += OnReachChanged;
        OnReachChanged();
    }

    public void Send(MemberRequest request)
    {
        var answer = new Answer(this, request);
        if (request.Timeout is { } timeout) _there.Simulation.Schedule(timeout, answer.GiveUp);
        _client.Send(request.Request, answer);
    }

    public void Watch()
    {
        if (_isWatching || _loop is null) return;
        _isWatching = true;
        new ListOfKinds(_there.Simulation, _client, _loop.MemberWatches, List).Start();
    }

    /// <summary>Its watch, for a cluster all of whose objects are known.</summary>
    public void WatchKnowing()
    {
        _isWatching = true;
        Open();
    }

    public void Forget()
    {
        _isWatching = false;
        _watch?.Stop();
        _watch = null;
    }

    /// <summary>Its process is cut off, or is back.</summary>
    public void SetCutOff(bool isCutOff)
    {
        _isProcessCutOff = isCutOff;
        OnReachChanged();
    }

    public void SetFrozen(bool isFrozen) => _watch?.ProcessFrozen(isFrozen);

    public void Stop()
    {
        _isStopped = true;
        _member.ReachChanged -= OnReachChanged;
        _client.Stop();
        Forget();
    }

    public void Deliver(in WatchEvent watchEvent) => _host.DeliverFrom(_member.Spec.Name, watchEvent);

    public bool Wants(in WatchEvent watchEvent) => _loop!.WantsFrom(_member.Spec.Name, watchEvent);

    private void List()
    {
        // It may have been forgotten and watched again while the first lists were under way: whose lists come first open the watch.
        if (_isStopped || !_isWatching || _watch is not null) return;
        foreach (var kind in _loop!.MemberWatches)
        {
            foreach (var value in _member.Server.Store.List(kind)) Deliver(new WatchEvent(WatchEventType.Added, value, null));
        }

        _host.TellListed(_member.Spec.Name);
        Open();
    }

    private void Open()
    {
        _watch = new WatchKeeper(
            _there, _client, _loop!.MemberWatches,
            new Watch(_there.Simulation, _member.Latency, _member.Server.Store, _loop.MemberWatches, this));
        if (_there.Pulse.IsFrozen) SetFrozen(true);
    }

    private void OnReachChanged()
    {
        var isCutOff = _isProcessCutOff || !_member.IsReachable;
        if (_client.IsCutOff == isCutOff) return;
        _client.IsCutOff = isCutOff;
        _watch?.ReachChanged();
    }

    /// <summary>Events are sent without waiting for an answer.</summary>
    private sealed class Unheard : ICaller
    {
        public void Complete(in ApiResponse response)
        {
        }
    }

    private sealed class Answer(MemberLink link, MemberRequest request) : ICaller
    {
        private bool _isGiven;

        public void Complete(in ApiResponse response) => Give(response with { Request = request });

        public void GiveUp() => Give(new ApiResponse(request, ApiResult.Unavailable, Reason: "no answer in time"));

        private void Give(in ApiResponse response)
        {
            if (_isGiven) return;
            _isGiven = true;
            link._host.Complete(response);
        }
    }
}
