using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.LimitedJobs;

/// <summary>The pods of a job as a sync counts them, and as it changes them.</summary>
internal sealed class JobCounts
{
    private JobCounts(List<Pod> pods)
    {
        (Pods, Active) = (pods, pods.FindAll(static pod => pod.IsActive));
        Succeeded = pods.Count(static pod => pod.Status.Phase == PodPhase.Succeeded);
        Failed = FailedAtFirst = pods.Count(static pod => pod.Status.Phase == PodPhase.Failed);
        ActiveCount = Active.Count;
    }

    public IReadOnlyList<Pod> Pods { get; }

    public List<Pod> Active { get; }

    /// <summary>As it will be once this sync's calls have taken effect.</summary>
    public int ActiveCount { get; set; }

    public int Succeeded { get; }

    public int Failed { get; private set; }

    /// <summary>Before this sync has done anything.</summary>
    public int FailedAtFirst { get; }

    public static JobCounts Of(List<Pod> pods) => new(pods);

    /// <summary>The job has failed: whatever ran counts as failed, too.</summary>
    public void AllActiveFailed() => (Failed, ActiveCount) = (Failed + ActiveCount, 0);

    /// <summary>The active pods that go first.</summary>
    public List<Pod> Victims(int count)
    {
        Active.Sort(VictimOrder.Instance);
        return Active[..count];
    }
}
