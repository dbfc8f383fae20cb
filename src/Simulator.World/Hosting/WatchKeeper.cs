using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>
/// Keeps a client's watch open (pkg/client/cache/reflector.go of 1.3.10): API servers close it after a while, or die; it goes on from its
/// last revision, or lists again.
/// </summary>
internal sealed class WatchKeeper
{
    /// <summary>How long a reflector waits after a refused connection.</summary>
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(1);

    private readonly Hosted _hosted;
    private readonly RandomStream _timeOuts;
    private readonly Watch _watch;
    private readonly ApiClient _client;
    private readonly IReadOnlyList<string> _kinds;
    private ApiServerReplica? _server;
    private TimerHandle _timer;
    private bool _isStopped;
    private bool _isProcessFrozen;

    public WatchKeeper(Hosted hosted, ApiClient client, IReadOnlyList<string> kinds, Watch watch)
    {
        (_hosted, _client, _kinds, _watch) = (hosted, client, kinds, watch);
        _timeOuts = hosted.StreamOf($"watch-timeouts/{hosted.Name}");
        Fleet.ServerLost += OnServerLost;
        Fleet.ServerStarted += OnServerStarted;
        Fleet.FrozenChanged += OnFrozenChanged;
        OnOpened();
    }

    private ApiServerFleet Fleet => _client.Server.Fleet;

    public void Stop()
    {
        _isStopped = true;
        _hosted.Simulation.Cancel(_timer);
        _watch.Stop();
        Fleet.ServerLost -= OnServerLost;
        Fleet.ServerStarted -= OnServerStarted;
        Fleet.FrozenChanged -= OnFrozenChanged;
    }

    /// <summary>Its process hangs, or goes on.</summary>
    public void ProcessFrozen(bool isFrozen)
    {
        _isProcessFrozen = isFrozen;
        Flow();
    }

    /// <summary>The client was cut off, or is back.</summary>
    public void ReachChanged()
    {
        if (_client.IsCutOff) Break();
        else TryLater();
    }

    private void OnServerLost(ApiServerReplica lost)
    {
        if (_server == lost) Break();
    }

    private void OnServerStarted() => TryLater();

    private void OnFrozenChanged(ApiServerReplica server)
    {
        if (_server == server) Flow();
    }

    /// <summary>Neither end of the connection breaks it while it hangs: events wait.</summary>
    private void Flow()
    {
        if (_isProcessFrozen || _server is { IsFrozen: true }) _watch.Hold();
        else _watch.Flow();
    }

    private void OnOpened()
    {
        _server = Fleet.ServerOf(_client.Number);
        var timeOut = _hosted.MinRequestTimeout * (1 + _timeOuts.NextDouble());
        _timer = _hosted.Simulation.Schedule(InMicroseconds(timeOut), Break);
        Flow();
    }

    /// <summary>The watch is closed; a living server is asked again at once.</summary>
    private void Break()
    {
        _hosted.Simulation.Cancel(_timer);
        if (_isProcessFrozen || _server is { IsFrozen: true, IsUp: true })
        {
            _timer = _hosted.Simulation.Schedule(RetryPeriod, Break);
            return;
        }

        _watch.Close();
        if (CanReach) _timer = _hosted.Simulation.Schedule(_hosted.Latency.OfCall(0), Reopen);
    }

    /// <summary>It polls once a second, somewhere in its period: the polls that find nothing are not made.</summary>
    private void TryLater()
    {
        if (_watch.IsOpen) return;
        _hosted.Simulation.Cancel(_timer);
        _timer = _hosted.Simulation.Schedule(InMicroseconds(RetryPeriod * _timeOuts.NextDouble()), Reopen);
    }

    private bool CanReach => !_client.IsCutOff && Fleet.ServerOf(_client.Number) is not null;

    private void Reopen()
    {
        if (_watch.IsOpen || !CanReach) return;
        if (_watch.TryReopen()) Reopened(0);
        else new ListOfKinds(_hosted.Simulation, _client, _kinds, Relist).Start();
    }

    private void Relist()
    {
        if (_isStopped || _watch.IsOpen) return;
        _watch.Relist(_kinds);
        Reopened(1);
    }

    private void Reopened(int listedAgain)
    {
        _hosted.Log.Write(ObservationKind.WatchReopened, _hosted.Name, string.Join(',', _kinds), listedAgain);
        OnOpened();
    }

    private static TimeSpan InMicroseconds(TimeSpan duration) => Microseconds.Of(duration.TotalMicroseconds);
}
