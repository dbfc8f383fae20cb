namespace Simulator.Reports;

/// <summary>Workloads that have less than was asked for when the run ends.</summary>
internal sealed class ReplicasMissing(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "replicas-missing",
        "A workload has fewer replicas ready and serving than it is asked for when the run ends.",
        "Twice the replica-seconds that are missing since it last had all of them, or since it was created.",
        story => new ReplicasMissing(story).Find());

    private IEnumerable<Finding> Find() => story.Run.Workloads.Where(workload => workload.IsShort).Select(Of);

    private Finding Of(WorkloadLife workload)
    {
        var missing = workload.Desired - workload.Counts.Usable;
        var name = story.NameOf(workload.Cluster, workload.Name);
        var sentence = workload.WasEverThere
            ? $"At the end {HumanNumber.Count(missing)} of {HumanNumber.Count(workload.Desired, "replica", "replicas")} of {name} {(missing == 1 ? "is" : "are")} missing."
            : $"{(workload.Desired == 1 ? "The only replica" : $"None of {HumanNumber.Count(workload.Desired)} replicas")} of {name} was ever ready.";
        return new Finding(Kind.Name, FindingCost.OfMissing(workload.MissingAtEnd(story.End)), sentence, workload.Name);
    }
}
