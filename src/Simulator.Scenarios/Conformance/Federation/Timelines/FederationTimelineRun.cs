using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Federation;
using Simulator.World.Observations;
using Simulator.World.Operations.Verbs;
using Simulator.World.Running;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>A measured run, simulated: its clusters, its federation, and what was done to them.</summary>
internal sealed class FederationTimelineRun : IObserver
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly FederationTimeline _timeline;
    private readonly ScenarioRun _run;
    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> _plans = new();
    private readonly ContentHistory _history;
    private readonly string _home;
    private int _planned;

    /// <param name="seed">What is random in reality, too: orders of maps, phases of heartbeats and loops.</param>
    public FederationTimelineRun(FederationTimeline timeline, ulong seed)
    {
        (_timeline, _home) = (timeline, timeline.Name.Namespace);
        _history = new ContentHistory(timeline.Before.ToDictionary(record => record.Key, record => ContentHistory.ContentOf(record.Value)));
        _run = new ScenarioRun(TimelineScenario.Of(timeline, MomentOf, seed), this);
    }

    public ContentHistory Run()
    {
        _run.Start();
        if (_timeline.RestartedAt is { } restarted) Plan(restarted, Restart);
        foreach (var (cluster, at) in _timeline.LateMembers) Plan(at, () => Do(new TimelineDeed(DeedKind.Join, cluster)));
        Federation.Store.Committed += OnCommitted;
        Federation.Records.Replace(_timeline.Before.Values);
        foreach (var cluster in _run.Clusters) cluster.Store.Committed += commit => Give(cluster, commit);
        foreach (var cluster in _timeline.Departed) Plan(-_timeline.Lead / 2, () => Do(new TimelineDeed(DeedKind.Leave, cluster)));
        foreach (var mark in _timeline.Marks)
        {
            foreach (var deed in MarkWords.Read(mark, _timeline) ?? []) Plan(mark.At, () => Do(deed));
        }

        foreach (var start in _timeline.ManagerStarts) Plan(start, Restart);
        Advance();
        return _history;
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.RecordChanged && At(observation.At) >= 0)
            _history.Set(observation.Subject, At(observation.At), ContentHistory.InOrder(observation.Other));
    }

    private SimulatedFederation Federation => _run.Federation!;

    private Instant Now => Instant.FromStart(_run.Now);

    private TimeSpan MomentOf(double t) => TimeSpan.FromMicroseconds(Math.Round((t + _timeline.Lead) * 1e6));

    private double At(TimeSpan moment) => moment.TotalSeconds - _timeline.Lead;

    private void Plan(double at, Action action) => _plans.Enqueue(action, (MomentOf(at), _planned++));

    /// <summary>In small steps: what happens may bring new plans.</summary>
    private void Advance()
    {
        var end = _run.Scenario.Duration;
        while (_run.Now < end)
        {
            var next = _run.Now + Step < end ? _run.Now + Step : end;
            if (_plans.TryPeek(out _, out var due) && due.At < next) next = due.At > _run.Now ? due.At : _run.Now;
            if (next > _run.Now || next == end) _run.Advance(next);
            while (_plans.TryPeek(out var action, out due) && due.At <= _run.Now)
            {
                _plans.Dequeue();
                action();
            }
        }
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit is not { Object: Cluster now, Previous: Cluster before } || now.Conditions.Count == 0) return;
        var (old, content) = (ContentOf(before), ContentOf(now));
        if (old != content && At(_run.Now) >= 0) _history.Set($"cluster {now.Name}", At(_run.Now), content);
    }

    private static string ContentOf(Cluster cluster) =>
        $"{string.Join(',', cluster.Conditions.Select(condition => $"{condition.Type}={condition.Status}/{condition.Reason}"))}"
        + $" {string.Join(',', cluster.Zones)} {cluster.Region}";

    /// <summary>The script that plays the cloud: 5 s after it has seen a service, or when it was recorded to have acted.</summary>
    private void Give(SimulatedCluster cluster, WatchEvent commit)
    {
        if (commit is not { Type: WatchEventType.Added, Object: Service { Type: "LoadBalancer", LoadBalancerIngress.Count: 0 } service })
        {
            return;
        }
        if (_timeline.AddressOf(cluster.Spec.Name, service.Name) is not { } address) return;
        var now = At(_run.Now);
        var at = _timeline.GivenAt(cluster.Spec.Name, service.Name) is { } recorded && recorded > now ? recorded : now + 5;
        Plan(at, () =>
        {
            if (cluster.Store.Find<Service>("Service", service.Key) is { } there)
                cluster.Server.Execute(new UpdateStatusRequest(there with { LoadBalancerIngress = [address] }), Now);
        });
    }

    private void Restart()
    {
        const string Manager = $"{SimulatedFederation.ManagerProgram}-0";
        if (Federation.IsRunning(Manager)) Federation.Stop(Manager, "restart");
        Federation.Start(Manager);
    }

    private void Do(TimelineDeed deed)
    {
        switch (deed.Kind)
        {
            case DeedKind.Join: Tell(Federation.Server.Execute(new CreateRequest(JoinVerb.MemberOf(deed.Cluster)), Now)); break;
            case DeedKind.Leave: Tell(Federation.Server.Execute(new DeleteRequest("Cluster", new ObjectKey("", deed.Cluster)), Now)); break;
            case DeedKind.CreateService:
                Tell(Federation.Server.Execute(
                new CreateRequest(TimelineScenario.ServiceOf(_home, deed.Service)), Now)); break;
            case DeedKind.DeleteService:
                Tell(Federation.Server.Execute(
                new DeleteRequest("Service", new ObjectKey(_home, deed.Service)), Now)); break;
            default: DoTo(deed); break;
        }
    }

    private void DoTo(TimelineDeed deed)
    {
        const string Manager = $"{SimulatedFederation.ManagerProgram}-0";
        const string Server = "api-server-0";
        var programs = deed.Cluster.Length > 0 ? ClusterOf(deed).ControlPlane : null;
        switch (deed.Kind)
        {
            case DeedKind.DeleteMemberService:
                Tell(ClusterOf(deed).Server.Execute(
                new DeleteRequest("Service", new ObjectKey(_home, deed.Service)), Now)); break;
            case DeedKind.Scale: Scale(ClusterOf(deed), deed.Replicas); break;
            case DeedKind.ServerDown: programs!.Stop(Server, "SIGKILL"); break;
            case DeedKind.ServerUp: programs!.Start(Server); break;
            case DeedKind.ServerFreeze: programs!.Freeze(Server); break;
            case DeedKind.ServerThaw: programs!.Thaw(Server); break;
            case DeedKind.ManagerDown: Federation.Stop(Manager, "SIGKILL"); break;
            case DeedKind.ManagerUp when _timeline.ManagerStarts.Count == 0: Federation.Start(Manager); break;
            case DeedKind.ManagerFreeze: Federation.Freeze(Manager); break;
            case DeedKind.ManagerThaw: Federation.Thaw(Manager); break;
        }
    }

    private SimulatedCluster ClusterOf(TimelineDeed deed) => _run.Clusters.First(cluster => cluster.Spec.Name == deed.Cluster);

    private void Scale(SimulatedCluster cluster, int replicas)
    {
        var controller = cluster.Store.Find<ReplicationController>("ReplicationController", TimelineScenario.Controller)!;
        Tell(cluster.Server.Execute(new UpdateRequest(controller with { Replicas = replicas }), Now));
    }

    /// <summary>What was recorded has worked.</summary>
    private static void Tell(in ApiResponse response)
    {
        if (!response.IsOk) throw new FormatException($"what was done cannot be done here: {response.Request}: {response.Outcome}");
    }
}
