namespace Simulator.Reports.Measures;

/// <summary>Why a measure that a run could have had is absent from it.</summary>
internal static class MeasureAbsences
{
    private static readonly IReadOnlyList<(string Beginning, string Sentence)> All =
    [
        ("availability.", "Nothing was asked for in this run, so that nothing was available or not."),
        ("claims.bind.", "No claim that was created after time zero was bound."),
        ("detection.", "No node of an outage was ever marked not ready."),
        ("endpointsRemoved.", "No ready address left a service after the outage."),
        ("eviction.", "No pod of a node of an outage was ever evicted."),
        ("pending.", "No pod that was created after time zero got a node."),
        ("podStart.", "No pod that was created after time zero became ready."),
        ("podsRemoved.", "No evicted pod of a node of an outage was gone when the run ended."),
        ("recovery.allReplicasReady", "It never came to that: some workload was below full strength to the end of the run, or there was "
            + "no outage."),
        ("recovery.zone.", "No node of this zone was taken down, or not all that were had come back when the run ended."),
        ("recovery.", "No outage began in this run."),
        ("utilization.", "This zone has no nodes."),
        ("volumes.mount.", "No pod that started after time zero had mounted volumes."),
    ];

    /// <summary>A sentence; the general one if nothing is known of the measure.</summary>
    public static string Of(string measure)
    {
        foreach (var (beginning, sentence) in All)
        {
            if (measure.StartsWith(beginning, StringComparison.Ordinal)) return sentence;
        }

        return "It never came to that in this run.";
    }
}
