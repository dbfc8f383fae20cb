using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>Folds what the horizontal autoscalers of a cluster measure, decide and cannot do.</summary>
/// <param name="cluster">Value of the cluster's name.</param>
/// <param name="known">Autoscalers of manifests; one that a command makes has the name of its workload.</param>
/// <param name="workloads">Of the cluster, by name.</param>
internal sealed class ScalingFold(
    string cluster, IReadOnlyDictionary<string, HorizontalPodAutoscaler> known, IReadOnlyDictionary<string, WorkloadLife> workloads)
{
    private readonly Dictionary<string, AutoscalerLife> _lives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AutoscalerLife> _ofTargets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<AutoscalerLife> Lives => _lives.Values;

    /// <summary>Those of the scenario that belong to the cluster, by name.</summary>
    public static IReadOnlyDictionary<string, HorizontalPodAutoscaler> KnownTo(ClusterSpec? spec) => (spec?.Workloads ?? [])
        .SelectMany(workload => workload.Objects)
        .OfType<HorizontalPodAutoscaler>()
        .DistinctBy(scaler => scaler.Key)
        .ToDictionary(scaler => scaler.Key.ToString(), StringComparer.Ordinal);

    public void Observe(in Observation fact)
    {
        switch (fact.Kind)
        {
            case ObservationKind.AutoscalerMeasured: OnMeasured(fact, LifeOf(fact.Subject)); break;
            case ObservationKind.AutoscalerScaled: LifeOf(fact.Subject).OnScaled(fact.At, (int)fact.Extra, (int)fact.Value); break;
            case ObservationKind.AutoscalerFailing: LifeOf(fact.Subject).OnFailing(fact.At, fact.Other); break;
        }
    }

    /// <summary>The workload has all replicas that it is asked for, or is asked for others.</summary>
    public void OnChanged(WorkloadLife workload, TimeSpan at)
    {
        if (_lives.Count > 0 && !workload.IsShort && _ofTargets.TryGetValue(workload.Name, out var life)) life.OnWhole(at);
    }

    private void OnMeasured(in Observation fact, AutoscalerLife life) =>
        life.OnMeasured(fact.At, (int)fact.Value, workloads.GetValueOrDefault(life.Target)?.Desired ?? 0);

    private AutoscalerLife LifeOf(string name)
    {
        if (_lives.TryGetValue(name, out var life)) return life;
        var scaler = known.GetValueOrDefault(name);
        life = new AutoscalerLife(
            cluster, name, scaler?.Target.ToString() ?? name, scaler?.MaxReplicas ?? 0, scaler?.TargetCpuUtilization);
        _lives.Add(name, life);
        _ofTargets[life.Target] = life;
        return life;
    }
}
