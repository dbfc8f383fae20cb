using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>By filters; the pods of daemons are the scheduler's, too.</summary>
public sealed class FilterAcceptance : INodeAcceptance
{
    private readonly PlacementLoop _loop;
    private readonly Dictionary<string, (PlainPlacer Placer, FilterChain Chain)> _profiles = new(StringComparer.Ordinal);

    public FilterAcceptance(SchedulerConfiguration configuration, IDecisionPace pace)
    {
        _loop = new PlacementLoop(configuration, pace);
        foreach (var profile in configuration.ForOneScheduler())
        {
            _profiles.Add(profile.SchedulerName, (
                new PlainPlacer(profile, _loop.State, new OrderDraws(new DecisionOrder(0))),
                new FilterChain(profile.Filters, [.. profile.PreFilters.OfType<IPodChanges>()], _loop.State.Nominations)));
        }
    }

    public IReadOnlyList<string> Watches => _loop.Watches;

    public void Deliver(in WatchEvent watchEvent) => _loop.Deliver(watchEvent, Instant.Start);

    /// <summary>Who names another scheduler is judged by the default profile: only it is known.</summary>
    public string? WhyNot(Pod pod, string node)
    {
        var (placer, chain) = _profiles.GetValueOrDefault(pod.Spec.SchedulerName, _profiles.Values.First());
        var unbound = pod with { Spec = pod.Spec with { NodeName = "" } };
        var pass = placer.Begin(unbound);
        if (_loop.State.Cache.Find(node) is not { Node: not null } state) return "its node is not there";
        var status = placer.PreFilter(pass) ?? chain.Check(pass, pass.State, state);
        return status is null ? null : string.Join(", ", status.Reasons);
    }
}
