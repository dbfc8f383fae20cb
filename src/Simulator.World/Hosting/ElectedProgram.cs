using Simulator.Api;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>The work of a scheduler or controller manager: loops that run while its process leads.</summary>
internal interface IWork
{
    /// <summary>The loops of a new process; at time zero they know what there is.</summary>
    void Begin(List<LoopHost> into);

    /// <summary>The loops of a new process; they have to list what they watch.</summary>
    void Start(List<LoopHost> into);
}

/// <summary>What an election of a component needs.</summary>
/// <param name="Name">Of the election: "scheduler".</param>
/// <param name="Record">Name of the Endpoints object.</param>
internal sealed record ElectionPlace(string Name, string Record, LeaderElectionOptions Options, float Qps, int Burst, Func<double> Jitter)
{
    public HangingRenewals HangingRenewals { get; init; }
}

/// <summary>A process that works at once, or, with leader election, once it leads; it exits when it cannot renew its lease.</summary>
internal sealed class ElectedProgram(Hosted hosted, IWork work, ElectionPlace? election, bool leadsFromStart, Action lost) : IProgram
{
    private readonly List<LoopHost> _hosts = [];
    private LeaderElector? _elector;
    private bool _isWorking;
    private bool _isCutOff;

    public bool IsLeading => _isWorking;

    public void Begin()
    {
        if (election is null)
        {
            work.Begin(_hosts);
            _isWorking = true;
            return;
        }

        if (leadsFromStart) BeginLeading(election);
        else HostElector(Candidate(election, FirstTry(election)));
    }

    public void Start()
    {
        if (election is not null) HostElector(Candidate(election, Now));
        else Work();
    }

    public void Stop()
    {
        foreach (var host in _hosts) host.Stop();
        _hosts.Clear();
        hosted.Pulse.End();
        (_elector, _isWorking) = (null, false);
    }

    public void SetCutOff(bool isCutOff)
    {
        _isCutOff = isCutOff;
        foreach (var host in _hosts) host.SetCutOff(isCutOff);
    }

    public void SetFrozen(bool isFrozen)
    {
        if (isFrozen)
        {
            // What has arrived up to now was sent before.
            hosted.Server.Fleet.Settle(hosted.Simulation.Now);
            hosted.Pulse.Freeze();
            foreach (var host in _hosts) host.SetFrozen(true);
        }
        else
        {
            hosted.Server.Fleet.Settle(hosted.Simulation.Now);
            foreach (var host in _hosts.ToList()) host.SetFrozen(false);
            hosted.Pulse.Thaw();
        }
    }

    public void SetSlowness(double factor) =>
        throw new NotSupportedException($"{hosted.Name} cannot be slowed down; servers can: API servers and members of etcd.");

    private Instant Now => Instant.FromStart(hosted.Simulation.Now);

    /// <summary>Standbys have been there for long: each stands somewhere between two tries.</summary>
    private Instant FirstTry(ElectionPlace place) =>
        Now + Microseconds.Of(place.Options.RetryPeriod.TotalMicroseconds * (1 + place.Options.JitterFactor) * place.Jitter());

    private void BeginLeading(ElectionPlace place)
    {
        var record = new LeaderRecord(hosted.Name, (long)place.Options.LeaseDuration.TotalSeconds, 0, 0, 0);
        hosted.Server.Store.Put(record.WrittenTo(new Endpoints
        {
            Metadata = new ObjectMeta { Name = place.Record, Namespace = "kube-system" },
        }));
        work.Begin(_hosts);
        _isWorking = true;
        HostElector(LeaderElector.Leading(place.Options, place.Record, hosted.Name, Now, place.Jitter, record, place.HangingRenewals));
    }

    private LeaderElector Candidate(ElectionPlace place, Instant firstTry) =>
        new(place.Options, place.Record, hosted.Name, firstTry, place.Jitter, place.HangingRenewals);

    private void HostElector(LeaderElector elector)
    {
        _elector = elector;
        var host = new LoopHost(hosted, elector, election!.Qps, election.Burst) { AfterTurn = () => Follow(elector) };
        _hosts.Add(host);
        host.SetCutOff(_isCutOff);
        host.StartKnowing();
    }

    private void Follow(LeaderElector elector)
    {
        if (_elector != elector) return;
        if (elector.IsLost)
        {
            lost();
        }
        else if (elector.IsLeader && !_isWorking)
        {
            hosted.Log.Write(ObservationKind.LeaderChanged, election!.Name, hosted.Name);
            Work();
        }
    }

    private void Work()
    {
        _isWorking = true;
        work.Start(_hosts);
        foreach (var host in _hosts) host.SetCutOff(_isCutOff);
    }
}
