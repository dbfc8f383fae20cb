using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Etcd;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>
/// The servers of a control plane, API servers and members of etcd: who calls them is told when they begin and cease to answer.
/// </summary>
internal sealed class ServerPrograms(
    Simulation simulation, ObservationLog log, SimulatedApiServer server, EtcdQuorum etcd, IKubelets kubelets)
{
    private bool _isServing = true;

    /// <summary>Some API server answers, and etcd does.</summary>
    public bool Work => Fleet.AnyAnswers && etcd.IsReady;

    /// <summary>The member of etcd that leads; "" = none.</summary>
    public string Leader => etcd.Leader is { } leader ? ProgramTable.NameOf("etcd", leader) : "";

    private ApiServerFleet Fleet => server.Fleet;

    public void Begin()
    {
        etcd.LeaderChanged += OnEtcdLeaderChanged;
        etcd.PaceChanged += Fleet.PaceCommits;
    }

    public ServerProgram EtcdMember(int number) =>
        new(isUp => SetMember(number, isUp), isFrozen => SetMemberFrozen(number, isFrozen), factor => etcd.SetSlowness(number, factor));

    public ServerProgram ApiServer(int number)
    {
        var replica = Fleet.Replicas[number];
        return new ServerProgram(
            isUp => SetServer(replica, isUp), isFrozen => SetServerFrozen(replica, isFrozen), factor => Fleet.SetSlowness(
                replica, factor, simulation.Now));
    }

    private void SetMember(int number, bool isUp)
    {
        if (isUp) etcd.Start(number);
        else etcd.Stop(number);
        TellKubelets();
    }

    private void SetMemberFrozen(int number, bool isFrozen)
    {
        if (isFrozen) etcd.Freeze(number);
        else etcd.Thaw(number);
        TellKubelets();
    }

    private void SetServer(ApiServerReplica replica, bool isUp)
    {
        if (isUp) Fleet.Start(replica, simulation.Now);
        else Fleet.Stop(replica, simulation.Now);
        if (!isUp) kubelets.GoOn(replica);
        TellKubelets();
    }

    private void SetServerFrozen(ApiServerReplica replica, bool isFrozen)
    {
        if (isFrozen) Fleet.Freeze(replica, simulation.Now);
        else Fleet.Thaw(replica, simulation.Now);
        TellKubelets();
        if (replica.IsFrozen) kubelets.Hang(replica);
        else kubelets.GoOn(replica);
    }

    private void OnEtcdLeaderChanged()
    {
        log.Write(ObservationKind.LeaderChanged, "etcd", Leader);
        if (etcd.IsReady) Fleet.Unpark();
        TellKubelets();
    }

    /// <summary>An election is shorter than the period of heartbeats and holds none up for long.</summary>
    private void TellKubelets()
    {
        server.IsUp = Work;
        var serves = Fleet.AnyUp && etcd.HasMajority;
        if (serves == _isServing) return;
        _isServing = serves;
        if (serves) kubelets.ServersComeUp();
        else kubelets.ServersGoDown();
    }
}
