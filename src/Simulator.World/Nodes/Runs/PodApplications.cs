using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Runs;

/// <summary>What the containers of a cluster's pods do.</summary>
/// <param name="draws">What applications leave to chance.</param>
internal sealed class PodApplications(IReadOnlyList<ApplicationSpec> applications, RandomStream draws)
{
    public RandomStream Draws => draws;

    /// <summary>Some application says what it uses of the memory.</summary>
    public bool IsMemoryTold =>
        applications.Any(static application => application.Memory is not null || application.MemoryGrowsPerHour > 0);

    /// <summary>
    /// The first of the scenario's applications that selects the pod; else what its restart policy is meant for. How long a pod works that
    /// says so itself no application says.
    /// </summary>
    public ApplicationSpec Of(Pod pod) =>
        WorkTime.Of(pod) is { } time ? Selected(pod) with { RunsFor = new Constant(time) } : Selected(pod);

    /// <summary>It is meant to end some day, and no application of the scenario says when.</summary>
    public bool IsUnknownBatch(Pod pod) => ReferenceEquals(Of(pod), ApplicationSpec.Batch);

    /// <summary>Nothing will happen to its containers unless something is done to them.</summary>
    public bool RunsForEver(Pod pod) => ReferenceEquals(Of(pod), ApplicationSpec.Server);

    private ApplicationSpec Selected(Pod pod)
    {
        foreach (var application in applications)
        {
            if (application.Namespace == pod.Namespace && application.Selector.IsSubsetOf(pod.Metadata.Labels)) return application;
        }

        return pod.Spec.RestartPolicy == "Always" ? ApplicationSpec.Server : ApplicationSpec.Batch;
    }
}
