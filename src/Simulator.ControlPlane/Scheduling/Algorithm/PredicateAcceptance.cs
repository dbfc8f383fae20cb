using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>By predicates. A daemon's pod is not the scheduler's: its controller and the kubelet look at the general predicates.</summary>
public sealed class PredicateAcceptance : INodeAcceptance
{
    private static readonly GeneralPredicates General = new();

    private readonly Scheduler _scheduler;
    private readonly PlainDecider _rule;

    public PredicateAcceptance(SchedulingAlgorithm algorithm, SchedulerSettings settings, IDecisionPace pace)
    {
        _scheduler = new Scheduler(algorithm, settings, pace);
        _rule = new PlainDecider(algorithm, _scheduler.State);
    }

    public IReadOnlyList<string> Watches => _scheduler.Watches;

    public void Deliver(in WatchEvent watchEvent) => _scheduler.Deliver(watchEvent, Instant.Start);

    public string? WhyNot(Pod pod, string node)
    {
        // Asking for the list ranks the nodes.
        var cache = _scheduler.State.Cache;
        if (cache.Nodes.Count == 0 || cache.Find(node) is not { Node: not null } info) return "its node is not there";
        var verdict = pod.Metadata.CreatedBy is { Kind: "DaemonSet" } ? General.Check(pod, info, _scheduler.State) : _rule.Check(pod, info);
        return verdict.Reason ?? verdict.Error;
    }
}
