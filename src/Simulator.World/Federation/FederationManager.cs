using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Federation.ReplicaSets;
using Simulator.ControlPlane.Federation.Services;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Hosting;
using Simulator.World.Specification;

namespace Simulator.World.Federation;

/// <summary>federation-controller-manager: every controller anew at each start.</summary>
internal sealed class FederationManager(Hosted hosted, FederationSetting setting) : IProgram
{
    private readonly List<FederationHost> _hosts = [];
    private bool _isCutOff;

    private FederationSpec Spec => setting.Spec;

    private FederationOptions Options => Spec.ControllerManager;

    private Instant Now => Instant.FromStart(hosted.Simulation.Now);

    /// <summary>Somewhere in the period of each loop, knowing all that it would have seen.</summary>
    public void Begin()
    {
        var services = ServiceLoop(Phase("look", ServiceController.LookPeriod, Options.FirstLook));
        foreach (var service in hosted.Server.Store.List("Service").Cast<Service>()) services.Know(service);
        foreach (var cluster in hosted.Server.Store.List("Cluster").Cast<Cluster>()) services.Know(cluster, ObjectsOf(cluster.Name));
        Host(new ClusterController(Options, Phase("probe", Options.ClusterMonitorPeriod, Options.FirstProbe), ProbeTimeout)).StartKnowing();
        Host(services).StartKnowing();
        BeginReplicaSets();
    }

    public void Start()
    {
        Host(new ClusterController(Options, Now, ProbeTimeout)).Start();
        Host(ServiceLoop(Now)).Start();
        if (hosted.Server.Store.List("ReplicaSet").Count > 0) Host(new ReplicaSetController(Options)).Start();
        else AwaitReplicaSets();
        SetCutOff(_isCutOff);
    }

    private void BeginReplicaSets()
    {
        var sets = hosted.Server.Store.List("ReplicaSet").Cast<ReplicaSet>().ToList();
        if (sets.Count == 0)
        {
            AwaitReplicaSets();
            return;
        }

        var loop = new ReplicaSetController(Options);
        foreach (var set in sets) loop.Know(set);
        foreach (var cluster in hosted.Server.Store.List("Cluster").Cast<Cluster>()) loop.Know(cluster, SetsOf(cluster.Name));
        Host(loop).StartKnowing();
    }

    /// <summary>
    /// Without a federated ReplicaSet it would only listen to all pods of all clusters: it is hosted when the first one is there.
    /// </summary>
    private void AwaitReplicaSets()
    {
        var life = _hosts[0];
        hosted.Server.Store.Committed += OnCommitted;

        void OnCommitted(WatchEvent commit)
        {
            if (commit.Object is not ReplicaSet) return;
            hosted.Server.Store.Committed -= OnCommitted;
            hosted.Simulation.Schedule(hosted.Latency.OfWatch(), () =>
            {
                // The process may have ended before, and another may run.
                if (_hosts.Count == 0 || _hosts[0] != life) return;
                Host(new ReplicaSetController(Options)).Start();
                SetCutOff(_isCutOff);
            });
        }
    }

    private IEnumerable<ApiObject> SetsOf(string member) => setting.Members.TryGetValue(member, out var found)
        ? [.. found.Server.Store.List("ReplicaSet"), .. found.Server.Store.List("Pod")]
        : [];

    public void Stop()
    {
        foreach (var host in _hosts) host.Stop();
        _hosts.Clear();
        hosted.Pulse.End();
    }

    public void SetCutOff(bool isCutOff)
    {
        _isCutOff = isCutOff;
        foreach (var host in _hosts) host.SetCutOff(isCutOff);
    }

    public void SetFrozen(bool isFrozen)
    {
        hosted.Server.Fleet.Settle(hosted.Simulation.Now);
        foreach (var member in setting.Members.Values) member.Server.Fleet.Settle(hosted.Simulation.Now);
        if (isFrozen) hosted.Pulse.Freeze();
        foreach (var host in _hosts.ToList()) host.SetFrozen(isFrozen);
        if (!isFrozen) hosted.Pulse.Thaw();
    }

    public void SetSlowness(double factor) => throw new NotSupportedException($"{hosted.Name} cannot be slowed down; servers can.");

    /// <summary>What is not in 1.3 needs an end of waiting to notice who hangs.</summary>
    private TimeSpan? ProbeTimeout => Spec.Mode == FederationMode.AsDocumented ? TimeSpan.FromSeconds(10) : null;

    private ServiceController ServiceLoop(Instant first) =>
        new(Options, new FederationIdentity(Spec.Name, Spec.Domain), first, hosted.MapOrderOf("service-controller"))
        {
            ShunsUnreachable = Spec.Mode == FederationMode.AsDocumented,
        };

    private IEnumerable<ApiObject> ObjectsOf(string member) => setting.Members.TryGetValue(member, out var found)
        ? [.. found.Server.Store.List("Service"), .. found.Server.Store.List("Endpoints")]
        : [];

    private Instant Phase(string loop, TimeSpan period, TimeSpan? given) =>
        Now + (given ?? Microseconds.Of(period.TotalMicroseconds * hosted.StreamOf($"phase/{loop}").NextDouble()));

    private FederationHost Host(IControlLoop loop)
    {
        var host = new FederationHost(hosted with { Name = $"{hosted.Name}/{loop.Name}" }, setting, loop, Options);
        _hosts.Add(host);
        return host;
    }
}
