using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Etcd;

namespace Simulator.World.ApiServer;

/// <content>How a call waits for a slow API server, and for an etcd that commits slowly.</content>
internal sealed partial class ApiCall
{
    private const long WaitEnds = 3;

    private const long ServerGivesUp = 4;

    /// <summary>
    /// After it an API server says that a call takes too long (globalTimeout in pkg/genericapiserver/genericapiserver.go).
    /// </summary>
    private static readonly TimeSpan ServerTimeOut = TimeSpan.FromMinutes(1);

    private bool _isStretched;
    private bool _isCommitting;
    private bool _isGivenUp;
    private TimeSpan _waitEnds;
    private TimeSpan _givenUpAt;

    /// <summary>What is slow; null: the call does not wait for such a thing.</summary>
    public object? WaitsFor { get; private set; }

    /// <summary>Among the calls that wait for something slow.</summary>
    public int Place { get; set; }

    /// <summary>What it waits for has another pace.</summary>
    public void Pace(double times)
    {
        _waitEnds = Simulation.Now + Microseconds.Of((_waitEnds - Simulation.Now).TotalMicroseconds * times);
        Simulation.Cancel(_timeOut);
        PlanWait();
    }

    /// <summary>Its server has ended.</summary>
    public void Break()
    {
        Simulation.Cancel(_timeOut);
        (_waitEnds, _givenUpAt) = (Simulation.Now + latency, TimeSpan.MaxValue);
        PlanWait();
    }

    /// <summary>What load and slowness add to the time of an idle server, once.</summary>
    private void Stretch(ApiServerReplica replica)
    {
        _isStretched = true;
        WaitFor(replica, Microseconds.Of(latency.TotalMicroseconds * (_stretch - 1)), ServerTimeOut);
    }

    private void Commit(EtcdQuorum etcd)
    {
        _isCommitting = true;
        WaitFor(etcd, etcd.CommitDelay, etcd.RequestTimeout);
    }

    private void WaitFor(object slow, TimeSpan time, TimeSpan patience)
    {
        WaitsFor = slow;
        _waitEnds = Simulation.Now + time;
        if (!_isGivenUp) _givenUpAt = Simulation.Now + patience;
        Fleet.Slow.Add(this);
        PlanWait();
    }

    private void PlanWait() => _timeOut = !_isGivenUp && _givenUpAt < _waitEnds
        ? Simulation.ScheduleAt(_givenUpAt, this, ServerGivesUp)
        : Simulation.ScheduleAt(_waitEnds, this, WaitEnds);

    private void GoOnAfterWait()
    {
        Fleet.Slow.Remove(this);
        WaitsFor = null;
        Work();
    }

    /// <summary>Its client hears that it took too long; it takes effect all the same when its time has come.</summary>
    private void LeaveUnanswered()
    {
        if (Replica!.IsFrozen)
        {
            // It says nothing before it goes on, and then works off what it has.
            Fleet.Slow.Remove(this);
            WaitsFor = null;
            Fleet.Hold(this);
            return;
        }

        if (Replica.Life == _life) Replica.InFlight--;
        Answer(ApiResult.Unavailable);
        _isGivenUp = true;
        PlanWait();
    }
}
