using Simulator.Engine;
using Simulator.World.Nodes.Runs;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pods;

/// <summary>The last part of a sync: starts what should run, in the way of the runtime.</summary>
/// <param name="order">In which order docker starts containers: that of a Go map, any.</param>
internal sealed class PodStarts(ContainerRuntime runtime, StartParts parts, RestartBackoff backoff, PodStops stops, RandomStream order)
{
    /// <param name="ended">Told whether something could not be started.</param>
    public void Start(PodRun run, PodWork work, Action<bool> ended)
    {
        var isWhole = runtime == ContainerRuntime.Rkt;
        var policy = run.Pod.Spec.RestartPolicy;
        var wanted = isWhole ? StartPlan.OfRkt(policy, work) : StartPlan.OfDocker(policy, work);
        var allowed = isWhole ? new Queue<ContainerRun>(wanted) : NotInBackOff(run, Shuffled(wanted));
        var others = isWhole ? wanted.FindAll(static container => container.IsRunning) : [];
        var sequence = new StartSequence(parts, run, allowed, isWhole, ended) { HasFailed = allowed.Count < wanted.Count };
        if (others.Count == 0) sequence.Continue();
        else stops.KillTogether(run, others, "Crash", sequence.Continue);
    }

    private List<ContainerRun> Shuffled(List<ContainerRun> containers)
    {
        for (var i = containers.Count - 1; i > 0; i--)
        {
            var j = order.NextInt(i + 1);
            (containers[i], containers[j]) = (containers[j], containers[i]);
        }

        return containers;
    }

    private Queue<ContainerRun> NotInBackOff(PodRun run, List<ContainerRun> wanted)
    {
        var allowed = new Queue<ContainerRun>(wanted.Count);
        foreach (var container in wanted)
        {
            if (backoff.Allows(run, container)) allowed.Enqueue(container);
        }

        return allowed;
    }
}
