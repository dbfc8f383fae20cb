using Simulator.Reports.Measures;

namespace Simulator.Reports.Tables;

/// <summary>waiting.csv: pods that wait when the run ends, and those that waited long for a node before.</summary>
internal static class WaitingTable
{
    /// <summary>A pod that has a node sooner has not waited.</summary>
    private static readonly TimeSpan LongMin = TimeSpan.FromMinutes(1);

    public static bool HasRows(RunRecorder run) => run.Ending.Clusters.Any(cluster => cluster.Waiting.Count > 0) || Longs(run).Any();

    public static void Write(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(text, "cluster", "pod", "workload", "node", "since_s", "until_s", "next_try_s", "waits_for");
        foreach (var cluster in run.Ending.Clusters)
        {
            foreach (var pod in cluster.Waiting)
            {
                table.Text(cluster.Cluster)
                    .Text(pod.Pod)
                    .Text(pod.Workload)
                    .Text(pod.Node)
                    .Seconds(pod.Since)
                    .Seconds(null)
                    .Seconds(pod.NextTry)
                    .Text(pod.Reason)
                    .End();
            }
        }

        foreach (var pod in Longs(run))
        {
            table.Text(pod.Cluster)
                .Text(pod.Name)
                .Text(pod.Owner)
                .Text(pod.BoundTo)
                .Seconds(pod.CreatedAt)
                .Seconds(pod.BoundAt)
                .Seconds(null)
                .Text("a node")
                .End();
        }
    }

    private static IEnumerable<PodLife> Longs(RunRecorder run) => run.Pods.Where(pod => pod.BoundAt - pod.CreatedAt > LongMin);
}
