using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>Folds what the horizontal autoscalers of a cluster measure, decide and cannot do, and the load that they do it for.</summary>
/// <param name="cluster">Value of the cluster's name.</param>
/// <param name="plan">Autoscalers of manifests; one that a command makes has the name of its workload.</param>
/// <param name="workloads">Of the cluster, by name.</param>
internal sealed class ScalingFold(
    string cluster, ScalingPlan plan, IReadOnlyDictionary<string, WorkloadLife> workloads)
{
    private readonly Dictionary<string, AutoscalerLife> _lives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AutoscalerLife> _ofTargets = new(StringComparer.Ordinal);

    private readonly Dictionary<string, DemandLife> _demands =
        plan.Demands.ToDictionary(demand => demand.Workload, StringComparer.Ordinal);

    private readonly Dictionary<string, PromiseLife> _promises = plan.Demands.SelectMany(demand => demand.Services)
        .Distinct()
        .ToDictionary(service => service, service => new PromiseLife(plan.ObjectivesOf(service)), StringComparer.Ordinal);

    private readonly ILookup<string, DemandLife> _demandsOf = plan.Demands
        .SelectMany(demand => demand.Services.Select(service => (Service: service, Demand: demand)))
        .ToLookup(entry => entry.Service, entry => entry.Demand, StringComparer.Ordinal);

    public IReadOnlyCollection<AutoscalerLife> Lives => _lives.Values;

    /// <summary>Workloads of which it is known how many pods their load needs.</summary>
    public IReadOnlyList<DemandLife> Demands => plan.Demands;

    /// <summary>Null: nobody knows.</summary>
    public DemandLife? DemandOf(string workload) => _demands.GetValueOrDefault(workload);

    /// <summary>Of a service that sends a workload its load.</summary>
    public PromiseLife? PromiseOf(string service) => _promises.GetValueOrDefault(service);

    public void Observe(in Observation fact)
    {
        switch (fact.Kind)
        {
            case ObservationKind.AutoscalerMeasured: OnMeasured(fact, LifeOf(fact.Subject)); break;
            case ObservationKind.AutoscalerScaled: LifeOf(fact.Subject).OnScaled(fact.At, (int)fact.Extra, (int)fact.Value); break;
            case ObservationKind.AutoscalerFailing: LifeOf(fact.Subject).OnFailing(fact.At, fact.Other); break;
            case ObservationKind.TrafficChanged: OnTraffic(fact); break;
            case ObservationKind.LatencyChanged: PromiseOf(fact.Subject)?.SetLatency(fact.At, fact.Value, fact.Extra); break;
            case ObservationKind.LatencyTailChanged: PromiseOf(fact.Subject)?.SetTail(fact.At, fact.Value); break;
        }
    }

    /// <summary>The workload has all replicas that it is asked for, or is asked for others.</summary>
    /// <param name="pod">Whose change it is; null: no pod's.</param>
    public void OnChanged(WorkloadLife workload, TimeSpan at, PodLife? pod)
    {
        if (_demands.Count > 0) DemandOf(workload.Name)?.SetPods(at, workload.Counts.Usable, pod);
        if (_lives.Count > 0 && !workload.IsShort && _ofTargets.TryGetValue(workload.Name, out var life)) life.OnWhole(at);
    }

    /// <summary>The run is over.</summary>
    public void Finish(TimeSpan at)
    {
        foreach (var demand in plan.Demands) demand.AdvanceTo(at);
    }

    private void OnTraffic(in Observation fact)
    {
        PromiseOf(fact.Subject)?.SetRates(fact.At, fact.Value, fact.Extra);
        foreach (var demand in _demandsOf[fact.Subject]) demand.SetRate(fact.At, fact.Subject, fact.Value / 1000.0);
    }

    private void OnMeasured(in Observation fact, AutoscalerLife life) =>
        life.OnMeasured(fact.At, (int)fact.Value, workloads.GetValueOrDefault(life.Target)?.Desired ?? 0);

    private AutoscalerLife LifeOf(string name)
    {
        if (_lives.TryGetValue(name, out var life)) return life;
        var scaler = plan.Autoscalers.GetValueOrDefault(name);
        life = new AutoscalerLife(
            cluster, name, scaler?.Target.ToString() ?? name, scaler?.MaxReplicas ?? 0,
            scaler is null ? null : ScalingPlan.TargetOf(scaler));
        _lives.Add(name, life);
        _ofTargets[life.Target] = life;
        return life;
    }
}
