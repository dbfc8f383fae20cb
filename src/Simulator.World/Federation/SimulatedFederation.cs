using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Hosting;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Federation;

/// <summary>
/// The control plane of a federation: its API server and store, its controller manager, and the DNS provider that it uses.
/// </summary>
/// <remarks>Programs: "federation-apiserver-0", "federation-controller-manager-0".</remarks>
public sealed class SimulatedFederation
{
    public const string ApiServerProgram = "federation-apiserver";

    public const string ManagerProgram = "federation-controller-manager";

    private readonly Hosted _hosted;
    private readonly FederationSetting _setting;
    private readonly ProgramTable _programs;
    private readonly ApiClient _user;

    internal SimulatedFederation(
        Simulation simulation, RandomStreams streams, FederationSpec spec, IReadOnlyList<IFederationMember> members,
        IReadOnlyList<IObserver> observers)
    {
        Spec = spec;
        Log = new ObservationLog(simulation, FederationSpec.Site, observers);
        Server = new SimulatedApiServer(Store, StreamOf("names")) { Fleet = new ApiServerFleet(spec.ApiServer) };
        Latency = new LatencyModel(spec.ApiServer, StreamOf("call-latency"), StreamOf("watch-latency"));
        Records = new DnsProvider(simulation, spec.Dns, StreamOf("dns-provider"), Log);
        _setting = new FederationSetting(spec, members.ToDictionary(member => member.Spec.Name), Records);
        _hosted = new Hosted(
            ManagerProgram, simulation, Server, Cloud: null, Latency, Log, spec.ApiServer.MinRequestTimeout, StreamOf);
        _programs = new ProgramTable(FederationSpec.Site, simulation, Log, TimeSpan.FromSeconds(3));
        _user = new ApiClient(simulation, Server, Latency, new Refusals(Log), 5, 10);

        RandomStream StreamOf(string name) => streams[$"{FederationSpec.Site}/{name}"];
    }

    public FederationSpec Spec { get; }

    public ObjectStore Store { get; } = new();

    public SimulatedApiServer Server { get; }

    /// <summary>What its names say, and the provider's levers.</summary>
    public DnsProvider Records { get; }

    internal LatencyModel Latency { get; }

    internal ObservationLog Log { get; }

    /// <summary>The programs, by name; levers as those of a cluster's control plane.</summary>
    public IEnumerable<string> Programs => _programs.Names;

    public bool IsRunning(string program) => _programs.Find(program).IsRunning;

    /// <param name="why">For the observations: an outage kind.</param>
    /// <exception cref="ArgumentException">There is no such program (as for the other levers).</exception>
    public void Stop(string program, string why) => _programs.Find(program).BeginOutage(why);

    public void Start(string program) => _programs.Find(program).EndOutage();

    public void Crash(string program) => _programs.Find(program).Crash("crash");

    public void CutOff(string program) => _programs.Find(program).BeginCut();

    public void Reconnect(string program) => _programs.Find(program).EndCut();

    public void Freeze(string program) => _programs.Find(program).BeginFreeze();

    public void Thaw(string program) => _programs.Find(program).EndFreeze();

    /// <summary>Everything runs at time zero, as if it had for long; after the clusters have started.</summary>
    internal void Begin()
    {
        Store.Committed += new MemberObserver(Log).OnCommitted;
        new SettledFederation(_setting, Server).Put();
        var replica = Server.Fleet.Replicas[0];
        _programs.Add(ProgramTable.NameOf(ApiServerProgram, 0), "", new ServerProgram(
            isUp => SetServer(replica, isUp), isFrozen => SetFrozen(replica, isFrozen), factor => Server.Fleet.SetSlowness(
                replica, factor, _hosted.Simulation.Now)));
        _programs.Add(ProgramTable.NameOf(ManagerProgram, 0), "", new FederationManager(_hosted.For(ManagerProgram), _setting));
        foreach (var name in _programs.Names.Order(StringComparer.Ordinal)) _programs.Find(name).Begin();
        foreach (var workload in Spec.Workloads)
        {
            if (workload.At == TimeSpan.Zero && _setting.IsSettled) continue;
            _hosted.Simulation.ScheduleAt(workload.At, () => Create(workload.Objects));
        }
    }

    private void Create(IReadOnlyList<ApiObject> objects)
    {
        foreach (var value in objects) _user.Send(new CreateRequest(value));
    }

    private void SetServer(ApiServerReplica replica, bool isUp)
    {
        if (isUp) Server.Fleet.Start(replica, _hosted.Simulation.Now);
        else Server.Fleet.Stop(replica, _hosted.Simulation.Now);
    }

    private void SetFrozen(ApiServerReplica replica, bool isFrozen)
    {
        if (isFrozen) Server.Fleet.Freeze(replica, _hosted.Simulation.Now);
        else Server.Fleet.Thaw(replica, _hosted.Simulation.Now);
    }

    /// <summary>What its users create and what is refused: nobody tries again.</summary>
    private sealed class Refusals(ObservationLog log) : ICaller
    {
        public void Complete(in ApiResponse response)
        {
            if (response is { IsOk: false, Request: CreateRequest { Object: var value } })
                log.Write(ObservationKind.CreationRefused, $"{value.Kind} {value.Key}", response.Outcome);
        }
    }
}
