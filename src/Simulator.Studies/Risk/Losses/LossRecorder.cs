using Simulator.Reports.Measures;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Losses;

/// <summary>Folds the facts of a run into what each service lost, and in which part of its recovery.</summary>
public sealed class LossRecorder : IObserver
{
    private readonly Dictionary<string, ClusterLosses> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceLoss> _users = new(StringComparer.Ordinal);
    private readonly List<ServiceLoss> _services = [];

    public LossRecorder(Scenario scenario)
    {
        foreach (var cluster in scenario.Clusters)
        {
            _clusters.Add(cluster.Name, new ClusterLosses(cluster.ControllerManager.Nodes));
        }

        foreach (var (cluster, service, workloads) in ServiceSelection.Of(scenario)) Add(_clusters[cluster], cluster, service, workloads);
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.UsersChanged) OnUsers(observation);
        else if (_clusters.TryGetValue(observation.Cluster, out var cluster)) cluster.Observe(observation);
    }

    /// <summary>Users of a federated service are told apart by where they are, and not by who serves them.</summary>
    private void OnUsers(in Observation fact)
    {
        if (!_users.TryGetValue(fact.Subject, out var loss))
        {
            _users.Add(fact.Subject, loss = new ServiceLoss(fact.Subject, []));
            _services.Add(loss);
        }

        loss.SetRates(fact.At, fact.Value, fact.Extra);
    }

    /// <summary>How bad it is now: shares of replicas and requests that are missing, all services together.</summary>
    public double LevelAt(TimeSpan now)
    {
        MoveTo(now);
        return _services.Sum(service => service.MissingShare + service.FailingShare);
    }

    /// <summary>What was lost up to a moment, service by service, in order of name.</summary>
    public IReadOnlyList<ServiceLosses> At(TimeSpan now)
    {
        MoveTo(now);
        return [.. _services.OrderBy(service => service.Name, StringComparer.Ordinal).Select(service => new ServiceLosses(service.Name)
        {
            HasTraffic = service.HasTraffic,
            HasReplicas = service.HasReplicas,
            Requests = service.Requests,
            Failed = service.Of(LossKind.Requests),
            Missing = service.Of(LossKind.Replicas),
            Down = service.Of(LossKind.Endpoints),
        })];
    }

    private void MoveTo(TimeSpan now)
    {
        foreach (var cluster in _clusters.Values) cluster.MoveTo(now);
        foreach (var service in _services) service.MoveTo(now);
    }

    private void Add(ClusterLosses losses, string cluster, string service, IReadOnlyList<string> workloads)
    {
        List<WorkloadState> states = [.. workloads.Select(losses.Workload)];
        var loss = new ServiceLoss(_clusters.Count > 1 ? $"{cluster}/{service}" : service, states);
        foreach (var state in states) state.Services.Add(loss);
        losses.Add(service, loss);
        _services.Add(loss);
    }
}
