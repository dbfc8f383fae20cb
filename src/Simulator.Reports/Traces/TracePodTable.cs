using Simulator.Reports.Tables;
using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>pods.csv: a row for each pod as soon as it is known what becomes of it; nothing is kept.</summary>
public sealed class TracePodTable : ITraceObserver, IDisposable
{
    public const string FileName = "pods.csv";

    private readonly CsvTable _table;

    public TracePodTable(TextWriter text) => _table = new CsvTable(
        text, "name", "group", "submit_s", "outcome", "waited_s", "tries_failed", "node", "runs_for_s", "cpu", "memory_bytes", "gpus",
        "gpu_share",
        "reason");

    public void Observe(in TraceFact fact)
    {
        if (fact.Kind is TraceFactKind.Arrived or TraceFactKind.Ended) return;
        var pod = fact.Pod;
        _table.Text(pod.Name).Text(pod.Group).Seconds(pod.Submit).Text(Outcome(fact.Kind)).Seconds(fact.At - pod.Submit);
        _table.Number(fact.Failures).Text(fact.Node).Seconds(pod.Duration).Rate(pod.MilliCpu / 1000.0).Number(pod.Memory).Number(pod.Gpus);
        _table.Rate(pod.Gpus == 0 ? 0 : pod.MilliGpu / 1000.0).Text(fact.Reason).End();
    }

    public void Dispose()
    {
        _table.Flush();
        _table.Dispose();
    }

    private static string Outcome(TraceFactKind kind) => kind switch
    {
        TraceFactKind.Placed => "placed",
        TraceFactKind.Rejected => "rejected",
        _ => "waiting",
    };
}
