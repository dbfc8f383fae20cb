using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>A sample of one pod, in thousandths.</summary>
internal readonly record struct Sample(long Milli, Instant Timestamp, TimeSpan Window);

/// <summary>
/// Which pods count, which are not ready and which were not measured (groupPods in replica_calculator.go); samples of those that do not
/// count are taken away.
/// </summary>
/// <param name="samples">By pod; those of pods that nobody knows stay.</param>
internal sealed class PodGroups(StabilizedOptions options, Dictionary<string, Sample> samples, Instant now)
{
    public Dictionary<string, Sample> Samples => samples;

    public int ReadyCount { get; private set; }

    public List<string> Unready { get; } = [];

    public List<string> Missing { get; } = [];

    /// <param name="isCpu">CPU of a pod that has just begun is not believed.</param>
    public void Sort(IReadOnlyList<Pod> pods, bool isCpu)
    {
        foreach (var pod in pods)
        {
            if (pod.Metadata.IsBeingDeleted || pod.Status.Phase == PodPhase.Failed) samples.Remove(pod.Name);
            else if (pod.Status.Phase == PodPhase.Pending) Unready.Add(pod.Name);
            else if (!samples.TryGetValue(pod.Name, out var sample)) Missing.Add(pod.Name);
            else if (isCpu && IsUnready(pod, sample)) Unready.Add(pod.Name);
            else ReadyCount++;
        }

        foreach (var pod in Unready) samples.Remove(pod);
    }

    private bool IsUnready(Pod pod, Sample sample)
    {
        if (pod.Status is not { Ready: { } ready, StartTime: { } start }) return true;
        var since = ready.LastTransitionTime ?? default;
        if (start + options.CpuInitializationPeriod > now)
        {
            return ready.Status == ConditionStatus.False || sample.Timestamp < since + sample.Window;
        }

        return ready.Status == ConditionStatus.False && start + options.InitialReadinessDelay > since;
    }
}
