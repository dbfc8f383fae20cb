using Simulator.Reports.Measures.Money;
using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Measures;

/// <summary>Makes the measures of a finished run.</summary>
internal sealed class MeasuresOfRun(RunRecorder run, IReadOnlyList<ServiceRow> services)
{
    private readonly MeasureSet _measures = new();

    public SortedDictionary<string, double> Gather()
    {
        AddPodTimes();
        AddReplicas();
        AddZones();
        _measures.AddCount("unschedulable.attempts", run.Totals.UnschedulableAttempts);
        _measures.AddCount("pods.created", run.Totals.PodsCreated);
        _measures.AddCount("pods.pendingAtEnd", run.Totals.PendingPods);
        AddMemory(run.Totals.Memory);
        if (run.Totals.HasTraffic) AddRequests();
        AddLatency();
        new MeasuresOfState(run, _measures).Add();
        new MeasuresOfMoney(run, _measures).Add();
        new MeasuresOfScaling(run, _measures).Add();
        new MeasuresOfPopulations(run, _measures).Add();
        if (run.OutageFacts.First is { } outage) AddOutage(outage);
        return _measures.Values;
    }

    /// <summary>Created to ready, in seconds and ascending, of pods created after time zero.</summary>
    public static double[] StartsOf(RunRecorder run) => Sorted(run, pod => pod.ReadyAt - pod.CreatedAt);

    private static double[] Sorted(RunRecorder run, Func<PodLife, TimeSpan?> span)
    {
        var seconds = run.NewPods.Select(span)
            .OfType<TimeSpan>()
            .Select(value => value.TotalSeconds)
            .ToArray();
        Array.Sort(seconds);
        return seconds;
    }

    private void AddPodTimes()
    {
        _measures.AddPercentiles("podStart", StartsOf(run), [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1)]);
        _measures.AddPercentiles("pending", Sorted(run, pod => pod.BoundAt - pod.CreatedAt), [("p50", 0.5), ("p99", 0.99), ("max", 1)]);
    }

    private void AddReplicas()
    {
        var end = run.Scenario.Duration;
        var totals = run.Workloads.Select(workload => workload.TotalsAt(end)).ToArray();
        var desired = totals.Sum(total => total.Desired);
        _measures.AddSeconds("replicaSeconds.lost", totals.Sum(total => total.Lost));
        _measures.AddSeconds("replicaSeconds.lostByReady", totals.Sum(total => total.LostByReady));
        _measures.AddSeconds("replicaSeconds.lostByServing", totals.Sum(total => total.LostByServing));
        _measures.AddSeconds("replicaSeconds.sentToDead", totals.Sum(total => total.SentToDead));
        if (desired <= 0) return;
        _measures.AddShare("availability.replicas", totals.Sum(total => total.Ready) / desired);
        _measures.AddShare("availability.usable", totals.Sum(total => total.Usable) / desired);
        _measures.AddShare("availability.worstService", services.Min(service => service.Availability));
    }

    private void AddMemory(MemoryFold memory)
    {
        _measures.AddCount("containers.oomKilled", memory.Killed);
        _measures.AddCount("nodes.outOfMemory", memory.FullNodes);
        _measures.AddCount("nodes.memoryPressure", memory.PressedNodes);
        _measures.AddCount("pods.evictedByKubelet", memory.Evicted.Values.Sum());
        _measures.AddCount("pods.refusedByKubelet", memory.Refused);
    }

    private void AddRequests()
    {
        var end = run.Scenario.Duration;
        var all = run.RequestsAt(end);
        if (run.Services.Any(service => service.Load is not null)) _measures.AddCount("requests.waiting", all.Waiting);
        _measures.AddCount("requests.total", Math.Round(all.Requests));
        _measures.AddCount("requests.failed", Math.Round(all.Failed));
        _measures.AddShare("availability.users", all.Answered);
        _measures.AddShare("availability.usersWorstMinute", all.WorstMinute);
        var answered = run.Services.Where(service => service.HasTraffic).Select(service => service.RequestsAt(end).Answered).ToList();
        if (answered.Count > 0) _measures.AddShare("availability.usersWorstService", answered.Min());
    }

    /// <summary>Each of the service where it is worst.</summary>
    private void AddLatency()
    {
        var loads = run.Services.Select(service => service.Load).OfType<LoadLife>().ToArray();
        if (loads.Length == 0) return;
        _measures.AddLatency("latency.p50", loads.Max(load => load.P50));
        _measures.AddLatency("latency.p95", loads.Max(load => load.P95));
        _measures.AddLatency("latency.p99", loads.Max(load => load.P99));
        _measures.AddLatency("latency.p99Highest", loads.Max(load => load.P99Highest));
        _measures.AddCount("requests.slow", Math.Round(loads.Sum(load => load.SlowAt(run.Scenario.Duration))));
    }

    private void AddZones()
    {
        foreach (var zone in run.Zones.Where(zone => zone.Name.Length > 0))
        {
            _measures.AddShare($"utilization.cpu.{zone.Name}.start", zone.CpuUtilizationAtStart);
            _measures.AddShare($"utilization.cpu.{zone.Name}.end", zone.CpuUtilization);
            _measures.AddShare($"utilization.memory.{zone.Name}.start", zone.MemoryUtilizationAtStart);
            _measures.AddShare($"utilization.memory.{zone.Name}.end", zone.MemoryUtilization);
        }
    }

    private void AddOutage(OutageLife outage)
    {
        var facts = run.OutageFacts;
        var hit = run.Nodes.Where(node => node.Outage is { } cause && facts.Story.Contains(cause)).ToArray();
        AddSpan(outage, "detection", hit.Min(node => node.MarkedAt), hit.Max(node => node.MarkedAt));
        AddSpan(outage, "endpointsRemoved", outage.FirstEndpointsShrunkAt, outage.LastEndpointsShrunkAt);
        AddSpan(outage, "eviction", hit.Min(node => node.FirstEvictedAt), hit.Max(node => node.LastEvictedAt));
        _measures.AddSeconds("eviction.interval", EvictionPace.Of(run)?.Interval);
        AddSpan(outage, "podsRemoved", hit.Min(node => node.FirstPodRemovedAt), hit.Max(node => node.LastPodRemovedAt));
        if (hit.Length > 0) AddHitCounts(hit);
        _measures.AddSeconds("recovery.allReplicasReady", facts.RecoveredAt - outage.StartedAt);
        _measures.AddSeconds("federation.noticed", run.Federation.NoticedAt(outage.StartedAt) - outage.StartedAt);
        if (run.Federation.HasSets) _measures.AddCount("federation.replicasMoved", run.Federation.ReplicasMoved(outage.StartedAt));
        foreach (var zone in hit.GroupBy(node => node.Zone).Where(zone => zone.Key.Name.Length > 0))
        {
            AddZoneRecovery(outage, zone.Key.Name, [.. zone]);
        }
        var end = run.Scenario.Duration;
        if (run.Workloads.Any())
        {
            _measures.AddSeconds("recovery.worstWorkload", run.Workloads.Max(workload => workload.TotalsAt(end).LongestShort));
        }
    }

    private void AddHitCounts(NodeLife[] hit)
    {
        _measures.AddCount("detection.nodes", hit.Count(node => node.MarkedAt is not null));
        _measures.AddCount("eviction.nodes", hit.Count(node => node.FirstEvictedAt is not null));
        _measures.AddCount("eviction.pods", hit.Sum(node => node.PodsEvicted));
    }

    private void AddZoneRecovery(OutageLife outage, string zone, NodeLife[] hit)
    {
        if (hit.All(HasRecovered)) _measures.AddSeconds($"recovery.zone.{zone}", hit.Max(RecoveredAt) - outage.StartedAt);
    }

    /// <summary>A node that was back before anybody noticed counts from its return.</summary>
    private static bool HasRecovered(NodeLife node) => RecoveredAt(node) is not null;

    private static TimeSpan? RecoveredAt(NodeLife node) => node.MarkedAt is null ? node.BackAt : node.ReadyAgainAt;

    private void AddSpan(OutageLife outage, string family, TimeSpan? first, TimeSpan? last)
    {
        _measures.AddSeconds($"{family}.first", first - outage.StartedAt);
        _measures.AddSeconds($"{family}.last", last - outage.StartedAt);
    }
}
