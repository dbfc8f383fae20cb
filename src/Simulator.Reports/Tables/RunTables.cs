using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Tables;

/// <summary>The CSV files of a run. Times are seconds since the start of the run; empty: it never happened.</summary>
public static class RunTables
{
    /// <summary>One row a sample.</summary>
    public static void WriteTimeSeries(TextWriter text, RunRecorder run)
    {
        string[] zones = [.. run.Series.Zones.SelectMany(zone => new[] { $"pods_{zone}", $"cpu_{zone}", $"memory_{zone}" })];
        using var table = new CsvTable(
            text, [
                "time_s", "desired", .. Extremes.Columns(run), "nodes_marked", "nodes_evicted", .. zones, .. MoneyTables.Columns(run),
                .. CpuColumns.Names(run)]);
        var cpu = new CpuColumns(run);
        foreach (var sample in run.Series.Samples)
        {
            table.Seconds(sample.At).Number(sample.Desired);
            Extremes.Write(table, run, sample);
            table.Number(sample.NodesMarked).Number(sample.NodesEvicted);
            foreach (var zone in sample.Zones) table.Number(zone.Pods).Share(zone.Cpu).Share(zone.Memory);
            for (var i = sample.Zones.Count; i < run.Series.Zones.Count; i++) table.Text("").Text("").Text("");
            MoneyTables.Write(table, sample);
            cpu.Write(table, sample.At);
            table.End();
        }
    }

    /// <summary>Pods that were created or changed after time zero.</summary>
    public static void WritePods(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(
            text, "cluster", "pod", "owner", "node", "zone", "created_s", "bound_s", "ready_s", "stopped_serving_s", "not_ready_s",
            "deletion_marked_s", "removed_s");
        foreach (var pod in run.Pods)
        {
            if (!pod.IsOfInterest) continue;
            table.Text(pod.Cluster).Text(pod.Name).Text(pod.Owner).Text(pod.Node?.Name ?? "").Text(pod.Node?.Zone.Name ?? "");
            table.Seconds(pod.CreatedAt).Seconds(pod.BoundAt).Seconds(pod.ReadyAt).Seconds(pod.StoppedServingAt);
            table.Seconds(pod.NotReadyAt).Seconds(pod.MarkedAt).Seconds(pod.RemovedAt).End();
        }
    }

    /// <summary>Services and what users saw of them; empty cells: nobody sends requests.</summary>
    public static void WriteServices(TextWriter text, Summary summary)
    {
        using var table = new CsvTable(
            text, "cluster", "service", "replicas", "replica_availability", "requests", "failed", "answered", "worst_minute",
            "worst_minute_s");
        foreach (var row in summary.Services)
        {
            table.Text(row.Cluster).Text(row.Service).Number(row.Desired);
            if (row.Availability is { } share) table.Share(share);
            else table.Text("");
            if (row.Users is { } users)
            {
                table.Rate(users.Requests).Rate(users.Failed).Share(users.Answered).Share(users.WorstMinute).Rate(users.WorstMinuteAt);
            }
            else table.Text("").Text("").Text("").Text("").Text("");
            table.End();
        }
    }

    /// <summary>All nodes.</summary>
    public static void WriteNodes(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(
            text, "cluster", "node", "zone", "cpu_m", "memory_bytes", "pods_at_end", "down_s", "marked_s", "back_s", "ready_again_s",
            "first_evicted_s", "last_evicted_s", "pods_evicted", "removed_s");
        foreach (var node in run.Nodes)
        {
            table.Text(node.Cluster).Text(node.Name).Text(node.Zone.Name).Number(node.MilliCpu).Number(node.Memory).Number(node.Pods);
            table.Seconds(node.DownAt).Seconds(node.MarkedAt).Seconds(node.BackAt).Seconds(node.ReadyAgainAt);
            table.Seconds(node.FirstEvictedAt).Seconds(node.LastEvictedAt).Number(node.PodsEvicted).Seconds(node.RemovedAt).End();
        }
    }
}
