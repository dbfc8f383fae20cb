namespace Simulator.Reports.Exposition;

/// <summary>Which metric each column of timeseries.csv is, and of what.</summary>
internal static class MetricColumns
{
    /// <summary>What ends a column that holds the lowest or highest value since the row before.</summary>
    private static readonly (string Ending, string Words)[] Extremes =
        [("_min", "the lowest since the sample before"), ("_max", "the highest since the sample before")];

    private static readonly (string Column, MetricFamily Family)[] Whole =
    [
        ("desired", Gauge("replicas_desired", "", "Replicas asked for.")),
        ("ready", Gauge("replicas_ready", "", "Replicas ready to the API.")),
        ("serving", Gauge("replicas_serving", "", "Replicas that serve in truth.")),
        ("usable", Gauge("replicas_usable", "", "Replicas that serve and are ready to the API.")),
        ("pending_pods", Gauge("pods_pending", "", "Pods without a node.")),
        ("nodes_ready", Gauge("nodes_ready", "", "Nodes ready to the API.")),
        ("requests_per_s", Gauge("requests_per_second", "", "Requests to all services, a second.")),
        ("failed_per_s", Gauge("failed_requests_per_second", "", "Requests that fail, a second.")),
        ("nodes_marked", Counter("nodes_marked", "Nodes marked not ready so far.")),
        ("nodes_evicted", Counter("nodes_evicted", "Nodes evicted so far.")),
        ("cpu_requested", Gauge("cpu_requested_cores", "cores", "CPU that pods with a load request.")),
        ("cpu_used", Gauge("cpu_used_cores", "cores", "CPU that pods with a load use.")),
    ];

    /// <summary>Beginnings of columns, of which the rest is a name.</summary>
    private static readonly (string Beginning, string Label, MetricFamily Family)[] Parts =
    [
        ("pods_", "zone", Gauge("zone_pods", "", "Pods bound to nodes of the zone.")),
        ("cpu_", "zone", Gauge("zone_cpu_requested_ratio", "ratio", "Requested share of the zone's allocatable CPU.")),
        ("memory_", "zone", Gauge("zone_memory_requested_ratio", "ratio", "Requested share of the zone's allocatable memory.")),
        ("machines_", "pool", Gauge("pool_machines", "", "Machines of the pool.")),
        ("ready_", "pool", Gauge("pool_machines_ready", "", "Machines of the pool whose nodes are ready.")),
        ("dollars_per_h_", "pool", Gauge("pool_dollars_per_hour", "", "What the pool costs an hour, US dollars.")),
    ];

    /// <summary>Null: no column of ours.</summary>
    public static MetricColumn? Of(string column)
    {
        if (WholeOf(column) is { } whole) return new MetricColumn(whole, "", "");
        foreach (var (ending, words) in Extremes)
        {
            if (column.EndsWith(ending, StringComparison.Ordinal) && WholeOf(column[..^ending.Length]) is { } family)
            {
                return new MetricColumn(
                    family with { Name = family.Name + ending, Help = $"{family.Help[..^1]}, {words}." }, "", "");
            }
        }

        foreach (var (beginning, label, family) in Parts)
        {
            if (column.StartsWith(beginning, StringComparison.Ordinal)) return new MetricColumn(family, label, column[beginning.Length..]);
        }

        return null;
    }

    private static MetricFamily? WholeOf(string column) => Array.Find(Whole, entry => entry.Column == column).Family;

    private static MetricFamily Gauge(string name, string unit, string help) => new($"simulator_{name}", MetricType.Gauge, unit, help);

    private static MetricFamily Counter(string name, string help) => new($"simulator_{name}", MetricType.Counter, "", help);
}

/// <param name="Label">"" = it is of the whole run.</param>
/// <param name="Part">The value of the label.</param>
internal sealed record MetricColumn(MetricFamily Family, string Label, string Part);
