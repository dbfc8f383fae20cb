using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>A horizontal autoscaler over a run. Moments are since the start of the run.</summary>
/// <param name="target">"namespace/name" of the workload that it scales.</param>
/// <param name="max">Most replicas that it may ask for; 0: nobody knows.</param>
/// <param name="targetPercent">CPU use of the request that it aims at; null: it goes by other metrics, or nobody knows.</param>
public sealed class AutoscalerLife(string cluster, string name, string target, int max, int? targetPercent)
{
    private readonly List<ScalingDecision> _decisions = [];
    private StepIntegral _blind;
    private StepIntegral _capped;
    private int _capLack;

    public string Cluster => cluster;

    /// <summary>"namespace/name".</summary>
    public string Name => name;

    public string Target => target;

    public int Max => max;

    public int? TargetPercent => targetPercent;

    public IReadOnlyList<ScalingDecision> Decisions => _decisions;

    /// <summary>Decisions to grow, one after the other, that added most replicas; empty: it never grew.</summary>
    public IReadOnlyList<ScalingDecision> LargestClimb
    {
        get
        {
            List<ScalingDecision> largest = [], climb = [];
            foreach (var decision in _decisions)
            {
                if (!decision.IsUp) climb = [];
                else climb.Add(decision);
                if (Growth(climb) > Growth(largest)) largest = [.. climb];
            }

            return largest;
        }
    }

    /// <summary>CPU use of the request that it measured last; null: it has measured none.</summary>
    public int? Percent { get; private set; }

    /// <summary>Why its passes fail, now; "" = they do not.</summary>
    public string Fault { get; private set; } = "";

    public TimeSpan FaultSince { get; private set; }

    /// <summary>In which its passes failed.</summary>
    public double BlindSecondsAt(TimeSpan at) => _blind.SecondsAt(at);

    /// <summary>Replica-seconds beyond its maximum that its measurements asked for.</summary>
    public double CappedAt(TimeSpan at) => _capped.SecondsAt(at);

    /// <summary>It stands at its maximum and measures more than it aims at, now.</summary>
    public bool IsCapped => _capLack > 0;

    /// <summary>Since when.</summary>
    public TimeSpan CappedSince { get; private set; }

    /// <param name="replicas">That its workload is asked for: right after a scale up the measured use is far too high (1.3).</param>
    internal void OnMeasured(TimeSpan at, int percent, int replicas)
    {
        Percent = percent < 0 ? null : percent;
        var lack = max > 0 && replicas >= max ? LackAt(percent) : 0;
        if (lack > 0 && _capLack == 0) CappedSince = at;
        _capLack = lack;
        _capped.Set(at, lack);
    }

    internal void OnScaled(TimeSpan at, int from, int to) => _decisions.Add(new ScalingDecision(at, from, to));

    internal void OnFailing(TimeSpan at, string why)
    {
        if (Fault.Length == 0) FaultSince = at;
        Fault = why;
        _blind.Set(at, why.Length > 0 ? 1 : 0);
    }

    private static int Growth(List<ScalingDecision> climb) => climb.Count == 0 ? 0 : climb[^1].To - climb[0].From;

    /// <summary>Replicas beyond the maximum that would bring the use to its target.</summary>
    private int LackAt(int percent) =>
        targetPercent is > 0 ? Math.Max(0, (int)Math.Ceiling((double)max * percent / targetPercent.Value) - max) : 0;

    /// <summary>Its workload has all replicas that it is asked for.</summary>
    internal void OnWhole(TimeSpan at)
    {
        for (var i = _decisions.Count - 1; i >= 0 && _decisions[i].WholeAt is null; i--) _decisions[i].WholeAt = at;
    }
}

/// <summary>A horizontal autoscaler has changed the replicas of its workload.</summary>
public sealed class ScalingDecision(TimeSpan at, int from, int to)
{
    public TimeSpan At => at;

    public int From => from;

    public int To => to;

    public bool IsUp => to > from;

    /// <summary>When the workload next had all replicas that it was asked for; null: never.</summary>
    public TimeSpan? WholeAt { get; internal set; }
}
