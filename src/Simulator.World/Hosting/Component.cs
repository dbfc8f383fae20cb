using Simulator.Engine;
using Simulator.World.Load;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>
/// One program of the control plane: it runs, crashes and is started again by the kubelet of its master, or is kept down by outages.
/// </summary>
internal sealed class Component(
    Simulation simulation, ObservationLog log, string name, string zone, IProgram program, TimeSpan restartDelay)
{
    /// <summary>
    /// Restart back-off of the kubelet: at once after the first crash, then 10 s doubling to 5 min, anew after 10 min (controllers.md,
    /// section 12).
    /// </summary>
    private static readonly TimeSpan BackoffInitial = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackoffMax = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BackoffReset = TimeSpan.FromMinutes(10);

    private readonly List<double> _slowdowns = [];
    private TimerHandle _restart;
    private TimeSpan _backoff;
    private TimeSpan _restartedAt;
    private int _outages;
    private int _cuts;
    private int _freezes;

    public string Name => name;

    /// <summary>"": outside all zones.</summary>
    public string Zone => zone;

    public bool IsRunning { get; private set; }

    public void Begin()
    {
        IsRunning = true;
        program.Begin();
    }

    /// <summary>The process ends by itself; one that does not run cannot.</summary>
    public void Crash(string why)
    {
        if (!IsRunning) return;
        End(why);
        var now = simulation.Now;
        var longAgo = now - _restartedAt > BackoffReset;
        var wait = _backoff == TimeSpan.Zero || longAgo ? TimeSpan.Zero : _backoff;
        _backoff = wait == TimeSpan.Zero ? BackoffInitial : wait * 2 < BackoffMax ? wait * 2 : BackoffMax;
        _restart = simulation.Schedule(restartDelay + wait, () =>
        {
            _restartedAt = simulation.Now;
            Run();
        });
    }

    /// <summary>It cannot run until as many outages have ended as have begun.</summary>
    public void BeginOutage(string why)
    {
        if (_outages++ > 0) return;
        simulation.Cancel(_restart);
        if (IsRunning) End(why);
    }

    public void EndOutage()
    {
        if (_outages > 0 && --_outages == 0) Run();
    }

    public void BeginCut()
    {
        if (_cuts++ == 0) program.SetCutOff(true);
    }

    public void EndCut()
    {
        if (_cuts > 0 && --_cuts == 0) program.SetCutOff(false);
    }

    /// <summary>It hangs until as many freezes have ended as have begun.</summary>
    public void BeginFreeze()
    {
        if (_freezes++ == 0 && IsRunning) program.SetFrozen(true);
    }

    public void EndFreeze()
    {
        if (_freezes > 0 && --_freezes == 0 && IsRunning) program.SetFrozen(false);
    }

    public void SlowDown(double factor)
    {
        _slowdowns.Add(factor);
        Weigh();
    }

    public void EndSlowDown(double factor)
    {
        _slowdowns.Remove(factor);
        Weigh();
    }

    private void Weigh() => program.SetSlowness(Slowdowns.Together(_slowdowns));

    private void Run()
    {
        IsRunning = true;
        log.Write(ObservationKind.ComponentStarted, name);
        program.Start();
        if (_freezes > 0) program.SetFrozen(true);
    }

    private void End(string why)
    {
        IsRunning = false;
        log.Write(ObservationKind.ComponentStopped, name, why);
        program.Stop();
    }
}
