namespace Simulator.Reports.Measures;

/// <summary>Makes the rows of a summary, worst first; ties end in names.</summary>
internal static class RowsOfRun
{
    public static IReadOnlyList<ClusterRow> Clusters(RunRecorder run) => [.. run.Clusters.Select(cluster => new ClusterRow(
        cluster.Name,
        cluster.Nodes.Count,
        [.. cluster.Nodes.Select(node => node.Zone.Name).Where(zone => zone.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        cluster.PodsAtStart,
        cluster.Pods.Count(pod => pod.RemovedAt is null),
        cluster.Workloads.Count,
        cluster.Services.Count))];

    public static IReadOnlyList<OutageRow> Outages(RunRecorder run) => [.. run.Outages.Select(outage => new OutageRow(
        outage.Cluster,
        outage.Kind.ToString(),
        outage.Target,
        Seconds(outage.StartedAt),
        outage.EndedAt is { } ended ? Seconds(ended) : null,
        outage.Nodes,
        outage.Pods + outage.Drained))];

    public static IReadOnlyList<WorkloadRow> Workloads(RunRecorder run) => [.. run.Workloads
        .Select(workload => RowOf(run, workload))
        .OrderByDescending(row => row.ReplicaSecondsLost)
        .ThenByDescending(row => row.SecondsBelowFull)
        .ThenBy(row => row.Cluster, StringComparer.Ordinal)
        .ThenBy(row => row.Workload, StringComparer.Ordinal)];

    public static IReadOnlyList<ServiceRow> Services(RunRecorder run)
    {
        var workloads = run.Workloads.ToDictionary(workload => (workload.Cluster, workload.Name));
        var selections = ServiceSelection.Of(run.Scenario).ToLookup(found => (found.Cluster, found.Service), found => found.Workloads);
        return [.. run.Services
            .Select(service => RowOf(
                run, service, Behind(workloads, service.Cluster, selections[(service.Cluster, service.Name)].FirstOrDefault([]))))
            .OfType<ServiceRow>()
            .OrderBy(row => row.Users?.Answered ?? 1)
            .ThenBy(row => row.Availability ?? 1)
            .ThenBy(row => row.Cluster, StringComparer.Ordinal)
            .ThenBy(row => row.Service, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<ZoneRow> Zones(RunRecorder run)
    {
        var nodes = run.Nodes.ToLookup(node => node.Zone);
        return [.. run.Zones.OrderBy(zone => zone.Name, StringComparer.Ordinal).Select(zone => new ZoneRow(
            zone.Name,
            nodes[zone].Count(),
            nodes[zone].Count(node => node.Outage is not null),
            zone.PodsAtStart,
            zone.Pods,
            Share(zone.CpuUtilizationAtStart),
            Share(zone.CpuUtilization),
            Share(zone.MemoryUtilizationAtStart),
            Share(zone.MemoryUtilization)))];
    }

    private static UserRow UsersOf(in RequestCount count) =>
        new(Math.Round(count.Requests), Math.Round(count.Failed), Share(count.Answered), Share(count.WorstMinute), count.WorstMinuteAt);

    private static WorkloadRow RowOf(RunRecorder run, WorkloadLife workload)
    {
        var totals = workload.TotalsAt(run.Scenario.Duration);
        var start = run.OutageFacts.First?.StartedAt;
        return new WorkloadRow(
            workload.Cluster,
            workload.Name,
            workload.Desired,
            Math.Min(workload.LowestUsable, workload.IsShort ? workload.Counts.Usable : workload.Desired),
            Seconds(totals.BelowFull),
            Seconds(totals.Lost),
            workload.RecoveredAt is { } recovered && start is { } since ? Seconds(recovered - since) : null,
            workload.IsShort);
    }

    private static WorkloadLife[] Behind(Dictionary<(string, string), WorkloadLife> known, string cluster, IReadOnlyList<string> names) =>
        [.. names.Select(name => known.GetValueOrDefault((cluster, name))).OfType<WorkloadLife>()];

    /// <summary>Null for a service without workloads that nobody asks: it has no strength to fall below.</summary>
    private static ServiceRow? RowOf(RunRecorder run, ServiceLife service, WorkloadLife[] workloads)
    {
        var totals = workloads.Select(workload => workload.TotalsAt(run.Scenario.Duration)).ToArray();
        var desired = totals.Sum(total => total.Desired);
        if (desired <= 0 && !service.HasTraffic) return null;
        return new ServiceRow(
            service.Cluster,
            service.Name,
            [.. workloads.Select(workload => workload.Name)],
            workloads.Sum(workload => workload.Desired),
            service.LowestReady,
            Seconds(service.EmptySecondsAt(run.Scenario.Duration)),
            Seconds(totals.Select(total => total.BelowFull).DefaultIfEmpty().Max()),
            Seconds(totals.Sum(total => total.Lost)),
            desired > 0 ? Share(totals.Sum(total => total.Usable) / desired) : null)
        {
            Users = service.HasTraffic
                ? UsersOf(service.RequestsAt(run.Scenario.Duration)) with { Cause = new FailureCause(run, service, workloads).Text }
                : null,
        };
    }

    private static double Seconds(TimeSpan span) => Seconds(span.TotalSeconds);

    private static double Seconds(double seconds) => Math.Round(seconds, 3, MidpointRounding.AwayFromZero);

    private static double Share(double share) => Math.Round(share, 6, MidpointRounding.AwayFromZero);
}
