using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Findings;

/// <summary>Applications that keep data and lost some, took no writes, or never did.</summary>
internal sealed class DataAtRisk(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "data",
        "An application that keeps data lost some, refused writes, or never took one.",
        "10 times the seconds without writes and of writes lost, and a day for all of the data lost, each times its members.",
        story => new DataAtRisk(story).Find());

    private IEnumerable<Finding> Find() => new RowsOfState(story.Run).Applications()?.Where(IsOfInterest).Select(Of) ?? [];

    private static bool IsOfInterest(StatefulRow row) => !row.WasWritable || row.Losses.Count > 0 || row.TimesNotWritable > 0;

    private Finding Of(StatefulRow row)
    {
        var closed = row.WasWritable ? row.SecondsNotWritable : story.End.TotalSeconds;
        var cost = FindingCost.OfClosedTime(closed, row.Members) + FindingCost.OfData(row.DataLost, row.WritesLost, row.Members);
        return new Finding(Kind.Name, cost, StateWords.Sentence(story.NameOf(row.Cluster, row.Workload), row), row.Workload);
    }
}
