using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>The rule as it stands: pre-filter, filter, score, pick, or make room (core/generic_scheduler.go of 1.20).</summary>
public sealed class PlainPlacer(Profile profile, SchedulerState state, IDraws draws) : IPlacer
{
    private readonly Reserve.VolumeBinding _volumes = new();

    private readonly Scorer _scorer = new(profile);

    private readonly FilterChain _chain = new(profile.Filters, [.. profile.PreFilters.OfType<IPodChanges>()], state.Nominations);

    /// <summary>How long a call to an extender takes.</summary>
    public Func<ExtenderPolicy, TimeSpan> CallTimes { get; init; } = static _ => TimeSpan.Zero;

    public Placement Place(Pod pod, Instant now)
    {
        var pass = Begin(pod);
        var calls = new ExtenderCalls(profile.Extenders, CallTimes);
        var placement = Choose(pass, calls);
        if (placement.Outcome == PlacementOutcome.Unschedulable && profile.Preempts)
        {
            var preemption = new DefaultPreemption(_chain, state.Nominations, draws).Run(pass, placement.Statuses, now, calls);
            placement = placement with { Preemption = preemption };
        }

        return profile.Extenders.Count == 0 ? placement : placement with { Waited = calls.Waited, Calls = calls.All };
    }

    public Pass Begin(Pod pod) => new(pod, state.Cache.Snapshot(), state.Objects, profile.Settings);

    /// <summary>Null if every pre-filter says yes.</summary>
    public Status? PreFilter(Pass pass)
    {
        foreach (var plugin in profile.PreFilters)
        {
            if (plugin.PreFilter(pass) is { } status) return status;
        }

        return null;
    }

    private Placement Choose(Pass pass, ExtenderCalls calls)
    {
        if (pass.Nodes.Count == 0) return new Placement { Outcome = PlacementOutcome.NoNodes };
        if (PreFilter(pass) is { } refusal) return Refused(pass, refusal);
        var statuses = new Dictionary<string, Status>(StringComparer.Ordinal);
        var fit = FindFit(pass, statuses, out var error);
        if (error.Length > 0) return Failed(error);
        if (!calls.TryFilter(pass.Pod, ref fit, statuses, out var silence)) return Failed(silence);
        if (fit.Count == 0) return Nowhere(statuses);
        var placement = new Placement
        {
            Outcome = PlacementOutcome.Scheduled,
            Fit = fit,
            FitCount = fit.Count,
            Statuses = statuses,
            Failed = statuses.Count,
        };
        if (profile.Choice is { } choice) return Chosen(choice, pass, placement);
        if (fit.Count == 1) return Reserved(pass, placement with { Host = fit[0], Ties = 1 });
        if (_scorer.Totals(pass, fit, out error) is not { } totals) return Failed(error);
        calls.AddScores(pass.Pod, fit, totals);
        var best = totals.Max();
        return Reserved(pass, placement with { Host = Pick(fit, totals), Ties = totals.Count(total => total == best), Best = best });
    }

    private Placement Chosen(INodeChoice choice, Pass pass, Placement placement)
    {
        NodeState[] offered = [.. placement.Fit.OrderByDescending(node => node.Name, StringComparer.Ordinal)];
        return choice.Choose(pass.Pod, offered) is { } host
            ? Reserved(pass, placement with { Host = host, Ties = 1 })
            : Failed("the decider chose none of the nodes that fit");
    }

    private Placement Reserved(Pass pass, Placement placement) => placement with { Volumes = _volumes.PlanFor(pass, placement.Host!) };

    private static Placement Refused(Pass pass, Status refusal) => refusal.Code == StatusCode.Error
        ? Failed($"running PreFilter plugin \"{refusal.Plugin}\": {refusal.Reasons[0]}")
        : Nowhere(pass.Nodes.ToDictionary(node => node.Name, _ => refusal, StringComparer.Ordinal));

    private static Placement Nowhere(Dictionary<string, Status> statuses) =>
        new() { Outcome = PlacementOutcome.Unschedulable, Statuses = statuses, Failed = statuses.Count };

    private static Placement Failed(string error) => new() { Outcome = PlacementOutcome.Error, Error = error };

    /// <summary>Goes round from where the last pass ended, until one more fits than is wanted: that one is not taken.</summary>
    private List<NodeState> FindFit(Pass pass, Dictionary<string, Status> statuses, out string error)
    {
        var (nodes, fit) = (pass.Nodes, new List<NodeState>());
        var wanted = SampleSize.Of(nodes.Count, state.PercentageOfNodesToScore);
        error = "";
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[(state.NextStart + i) % nodes.Count];
            var status = _chain.Check(pass, pass.State, node);
            if (status is { Code: StatusCode.Error })
            {
                error = status.Reasons[0];
                break;
            }

            if (status is not null) statuses.Add(node.Name, status);
            else if (fit.Count == wanted) break;
            else fit.Add(node);
        }

        state.NextStart = (state.NextStart + fit.Count + statuses.Count) % nodes.Count;
        return fit;
    }

    /// <summary>The best; among equals each further one takes the place with a chance of one in so many.</summary>
    private NodeState Pick(List<NodeState> fit, long[] totals)
    {
        var (chosen, count) = (0, 1);
        for (var i = 1; i < totals.Length; i++)
        {
            if (totals[i] > totals[chosen]) (chosen, count) = (i, 1);
            else if (totals[i] == totals[chosen] && draws.Draw(++count) == 0) chosen = i;
        }

        return fit[chosen];
    }
}
