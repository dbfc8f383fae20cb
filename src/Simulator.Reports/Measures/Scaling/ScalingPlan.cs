using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>What a scenario says of a cluster's autoscalers, of what its pods can serve, and of what their users are promised.</summary>
internal sealed class ScalingPlan
{
    /// <summary>Percent (defaultTargetCPUUtilizationPercentage in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
    private const int TargetUnsaid = 80;

    private readonly ClusterSpec? _cluster;

    /// <param name="cluster">Null: nobody knows it.</param>
    public ScalingPlan(Scenario scenario, ClusterSpec? cluster)
    {
        _cluster = cluster;
        Autoscalers = Objects.OfType<HorizontalPodAutoscaler>()
            .DistinctBy(scaler => scaler.Key)
            .ToDictionary(scaler => scaler.Key.ToString(), StringComparer.Ordinal);
        if (cluster is not null && cluster.Applications.Any(application => application.Load is not null)) Demands = DemandsOf(scenario);
    }

    /// <summary>Those of manifests, by name.</summary>
    public IReadOnlyDictionary<string, HorizontalPodAutoscaler> Autoscalers { get; }

    /// <summary>Workloads of which it is known how many pods their load needs.</summary>
    public IReadOnlyList<DemandLife> Demands { get; } = [];

    private IEnumerable<ApiObject> Objects => (_cluster?.Workloads ?? []).SelectMany(workload => workload.Objects);

    /// <summary>CPU of the request that it aims at, said or not; null: it goes by custom metrics alone.</summary>
    public static int? TargetOf(HorizontalPodAutoscaler scaler) => scaler.TargetCpuUtilization
        ?? (scaler.Metrics.Count > 0 || scaler.Metadata.Annotations.ContainsKey(CustomMetricText.Target) ? null : TargetUnsaid);

    /// <summary>Of all traffic that goes to a service.</summary>
    public IReadOnlyList<ObjectiveSpec> ObjectivesOf(string service) =>
        Objects.OfType<Service>().FirstOrDefault(value => value.Key.ToString() == service) is not { } found
            ? []
            : [.. _cluster!.Traffic.Where(traffic => traffic.Addresses(found)).Select(traffic => traffic.Objective).Distinct()];

    /// <summary>A service before several workloads says nothing of any of them.</summary>
    private List<DemandLife> DemandsOf(Scenario scenario)
    {
        var services = ServiceSelection.Of(scenario)
            .Where(entry => entry.Cluster == _cluster!.Name && entry.Workloads.Count == 1)
            .ToLookup(entry => entry.Workloads[0], entry => entry.Service, StringComparer.Ordinal);
        var targets = Autoscalers.Values.ToLookup(scaler => scaler.Target, TargetOf);
        List<DemandLife> demands = [];
        foreach (var (key, template) in Objects.OfType<IPodOwner>().Select(owner => (((ApiObject)owner).Key, owner.Template)))
        {
            if (LoadOf(key.Namespace, template) is not { } load) continue;
            var need = new PodNeed(load, template.Spec, targets[key].LastOrDefault());
            demands.Add(new DemandLife(key.ToString(), [.. services[key.ToString()]], need));
        }

        return [.. demands.DistinctBy(demand => demand.Workload)];
    }

    private LoadSpec? LoadOf(string home, PodTemplate template) => _cluster!.Applications
        .FirstOrDefault(application => application.Namespace == home && application.Selector.IsSubsetOf(template.Labels))?.Load;
}
