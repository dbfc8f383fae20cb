using Simulator.Reports.RunSets;
using Simulator.Studies.Results;

namespace Simulator.Studies.Replication;

/// <summary>Which measure is known least precisely.</summary>
internal static class LoosestMeasure
{
    /// <summary>Of those that have to be precise; null: no run has one of them.</summary>
    public static MeasureOverRuns? Of(IReadOnlyList<RunRow> rows, StudyFacts facts, ReplicationPlan plan)
    {
        var names = plan.Measures.Count > 0 ? plan.Measures : ChosenMeasures.Of(facts.Asked, facts.Expectations, rows);
        return names.Select(name => MeasureOverRuns.Of(name, rows, facts.Confidence)).OfType<MeasureOverRuns>()
            .OrderByDescending(measure => measure.Mean.RelativeHalfWidth).FirstOrDefault();
    }
}
