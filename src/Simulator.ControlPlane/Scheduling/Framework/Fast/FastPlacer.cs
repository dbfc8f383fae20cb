using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>The same answers as <see cref="PlainPlacer"/>, from what is remembered of earlier passes.</summary>
public sealed class FastPlacer : IPlacer
{
    private const string TooMany = "node(s) didn't match pod topology spread constraints";

    private const string Near = "node(s) didn't match pod affinity/anti-affinity";

    private static readonly Status NoKey =
        Status.Unresolvable(PluginNames.PodTopologySpread, TooMany + " (missing required label)");

    private static readonly Status Skewed = Status.Unschedulable(PluginNames.PodTopologySpread, TooMany);

    private static readonly Status NotWanted =
        Status.Unresolvable(PluginNames.InterPodAffinity, Near, "node(s) didn't match pod affinity rules");

    private static readonly Status Unwanted =
        Status.Unschedulable(PluginNames.InterPodAffinity, Near, "node(s) didn't match pod anti-affinity rules");

    private static readonly Status Unwilling =
        Status.Unschedulable(PluginNames.InterPodAffinity, Near, "node(s) didn't satisfy existing pods anti-affinity rules");

    private readonly Profile _profile;

    private readonly SchedulerState _state;

    private readonly FastCluster _cluster;

    private readonly PlainPlacer _plain;

    private readonly IDraws _draws;

    private readonly FastTemplates _templates;

    private readonly IFilter[] _late;

    private readonly WeightedScore[] _local;

    private readonly WeightedScore[] _compared;

    private readonly FastScorer _scorer;

    private readonly bool _isCovered;

    private int[] _fit = [];

    /// <param name="calls">How long a call to an extender takes; null: no time.</param>
    public FastPlacer(
        Profile profile, SchedulerState state, IDraws draws, FastCluster cluster, Func<ExtenderPolicy, TimeSpan>? calls = null)
    {
        (_profile, _state, _cluster, _draws) = (profile, state, cluster, draws);
        _plain = new PlainPlacer(profile, state, draws) { CallTimes = calls ?? (static _ => TimeSpan.Zero) };
        _isCovered = FastSupport.Covers(profile);
        _late = [.. FastSupport.Late(profile)];
        _local = [.. profile.Scores.Where(score => FastSupport.IsLocal(score.Name))];
        _compared = [.. profile.Scores.Where(score => FastSupport.IsCompared(score))];
        _templates = new FastTemplates(profile, state, cluster, _compared.Length);
        _scorer = new FastScorer(profile, _compared, cluster);
    }

    /// <summary>How many passes were left to the plain placer.</summary>
    public long LeftToPlain { get; private set; }

    /// <summary>How many nodes were asked about anew.</summary>
    public long NodesJudged { get; private set; }

    public Placement Place(Pod pod, Instant now)
    {
        _cluster.Refresh();
        if (!_isCovered || _cluster.Nodes.Count == 0 || !_state.Nominations.IsEmpty) return Plain(pod, now);
        var template = _templates.Of(pod);
        if (!template.IsSupported) return Plain(pod, now);
        template.Refresh(_profile.Settings.HardPodAffinityWeight);
        var memory = _templates.MemoryOf(template);
        var start = _state.NextStart;
        var search = Search(template, memory);
        if (search.IsBroken) return Plain(pod, now);
        if (search.Fit == 0 && _profile.Preempts && _cluster.HasLowerThan(NodePod.PriorityOf(pod))) return Plain(pod, now);
        _state.NextStart = (start + search.Fit + search.Failed) % _cluster.Nodes.Count;
        return search.Fit == 0 ? NothingFits(pod, template, memory, now) : Chosen(template, memory, search);
    }

    private Placement Plain(Pod pod, Instant now)
    {
        LeftToPlain++;
        return _plain.Place(pod, now);
    }

    private Placement Chosen(FastTemplate template, NodeMemory memory, (int Fit, int Failed, bool IsBroken) search)
    {
        var placement = new Placement
        {
            Outcome = PlacementOutcome.Scheduled,
            FitCount = search.Fit,
            Failed = search.Failed,
            Ties = 1,
            Host = _cluster.Nodes[_fit[0]],
        };
        if (search.Fit == 1) return placement;
        var totals = _scorer.Totals(template, memory, _fit.AsSpan(0, search.Fit));
        var (chosen, count) = (0, 1);
        for (var i = 1; i < totals.Length; i++)
        {
            if (totals[i] > totals[chosen]) (chosen, count) = (i, 1);
            else if (totals[i] == totals[chosen] && _draws.Draw(++count) == 0) chosen = i;
        }

        return placement with { Host = _cluster.Nodes[_fit[chosen]], Ties = count, Best = totals[chosen] };
    }

    /// <summary>Broken: a filter failed, or a score left the range.</summary>
    private (int Fit, int Failed, bool IsBroken) Search(FastTemplate template, NodeMemory memory)
    {
        var nodes = _cluster.Nodes.Count;
        var wanted = SampleSize.Of(nodes, _state.PercentageOfNodesToScore);
        if (_fit.Length < wanted) _fit = new int[wanted];
        foreach (var constraint in template.Hard) constraint.Begin();
        var (fit, failed, node) = (0, 0, _state.NextStart % nodes);
        var (seen, versions, verdicts, late, isLocal) = (memory.Seen, _cluster.Versions, memory.Verdicts, memory.Late, template.IsLocal);
        for (var i = 0; i < nodes; i++)
        {
            if (seen[node] != versions[node] && !Judge(template, memory, node)) return (1, 0, true);
            if (verdicts[node] is not null || (late is not null && late[node] is not null)
                || (!isLocal && Global(template, node) is not null)) failed++;
            else if (fit == wanted) break;
            else _fit[fit++] = node;
            if (++node == nodes) node = 0;
        }

        return (fit, failed, false);
    }

    /// <summary>Asks filters and scores that look at one node alone. False if one fails.</summary>
    private bool Judge(FastTemplate template, NodeMemory memory, int node)
    {
        NodesJudged++;
        var (pass, state) = (template.Pass, _cluster.Nodes[node]);
        memory.Seen[node] = _cluster.Versions[node];
        memory.Verdicts[node] = null;
        foreach (var filter in template.Local)
        {
            if (filter.Filter(pass, pass.State, state) is not { } status) continue;
            memory.Verdicts[node] = status;
            return status.Code != StatusCode.Error || Unsee(memory, node);
        }

        if (memory.Late is { } late && (late[node] = Late(pass, state)) is not null) return true;
        var sum = 0L;
        foreach (var score in _local)
        {
            var value = score.Score.Score(pass, state, out var error);
            if (error is not null || value is < 0 or > 100) return Unsee(memory, node);
            sum += value * score.Weight;
        }

        memory.Sums[node] = sum;
        for (var i = 0; i < _compared.Length; i++)
        {
            var value = _compared[i].Score.Score(pass, state, out var error);
            if (error is not null) return Unsee(memory, node);
            if (value != 0) memory.Given[i]++;
            memory.Compared[i][node] = value;
        }

        return true;
    }

    private Status? Late(Pass pass, NodeState node)
    {
        foreach (var filter in _late)
        {
            if (filter.Filter(pass, pass.State, node) is { } status) return status;
        }

        return null;
    }

    private static bool Unsee(NodeMemory memory, int node)
    {
        memory.Seen[node] = 0;
        return false;
    }

    /// <summary>Hard spread constraints, then affinity and anti-affinity; null if they say yes.</summary>
    private static Status? Global(FastTemplate template, int node)
    {
        foreach (var constraint in template.Hard)
        {
            if (constraint.Topology.ValueOf[node] < 0) return NoKey;
            if (constraint.IsTooFull(node)) return Skewed;
        }

        if (template.Wanted.Length > 0 && !IsNearWanted(template, node)) return NotWanted;
        if (AnyIn(template.Unwanted, node)) return Unwanted;
        return AnyIn(template.Unwilling, node) ? Unwilling : null;
    }

    private static bool IsNearWanted(FastTemplate template, int node)
    {
        var (areThere, isEmpty) = (true, true);
        foreach (var wanted in template.Wanted)
        {
            var value = wanted.Topology.ValueOf[node];
            if (value < 0) return false;
            areThere = areThere && wanted.Sums[value] > 0;
            isEmpty = isEmpty && wanted.Total == 0;
        }

        return areThere || (isEmpty && template.WantsItself);
    }

    private static bool AnyIn(DomainSums[] sums, int node)
    {
        foreach (var one in sums)
        {
            var value = one.Topology.ValueOf[node];
            if (value >= 0 && one.Sums[value] > 0) return true;
        }

        return false;
    }

    /// <summary>All nodes were looked at, and there is nobody of lower priority to make room.</summary>
    private Placement NothingFits(Pod pod, FastTemplate template, NodeMemory memory, Instant now)
    {
        var statuses = new Dictionary<string, Status>(StringComparer.Ordinal);
        for (var i = 0; i < _cluster.Nodes.Count; i++)
        {
            statuses.Add(_cluster.Nodes[i].Name, memory.Verdicts[i] ?? Global(template, i) ?? memory.Late![i]!);
        }

        var placement = new Placement { Outcome = PlacementOutcome.Unschedulable, Statuses = statuses, Failed = statuses.Count };
        if (!_profile.Preempts) return placement;
        var pass = new Pass(pod, _cluster.Nodes, _state.Objects, _profile.Settings);
        var chain = new FilterChain([], [], _state.Nominations);
        return placement with { Preemption = new DefaultPreemption(chain, _state.Nominations, _draws).Run(pass, statuses, now) };
    }
}
