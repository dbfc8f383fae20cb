using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Results;

namespace Simulator.Studies.Replication;

/// <summary>Runs one scenario with one seed after the other.</summary>
public sealed class Replicator(VariantRuns runs, StudyFacts facts, ReplicationPlan plan)
{
    /// <summary>By seed; of an interrupted replication those that are finished.</summary>
    /// <param name="wanted">Told how many runs there will be, whenever that changes.</param>
    public IReadOnlyList<RunRow> Run(Action<int> wanted, CancellationToken interruption)
    {
        var count = plan.Seeds;
        while (true)
        {
            wanted(count);
            var rows = runs.Run([.. RunTask.Seeds(facts.Seed, count).Select(seed => new RunTask([], seed))], interruption);
            if (rows.Count < count || plan.Precision is not { } precision || count >= plan.SeedsMax) return rows;
            var worst = LoosestMeasure.Of(rows, facts, plan)?.Mean.RelativeHalfWidth ?? 0;
            if (worst <= precision) return rows;
            count = Next(count, worst / precision);
        }
    }

    /// <summary>
    /// Half the width is a quarter of the runs; but what a few of them say of that is not to be trusted far: between a quarter more and
    /// twice as many. So a look more or less does not depend on how fast the runs were.
    /// </summary>
    private int Next(int count, double excess) =>
        (int)Math.Min(plan.SeedsMax, Math.Clamp(count * excess * excess, Math.Ceiling(count * 1.25), count * 2.0));
}
