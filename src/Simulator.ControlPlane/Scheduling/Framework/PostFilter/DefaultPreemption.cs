using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>Looks for a node where pods of lower priority can make room (defaultpreemption of 1.20).</summary>
public sealed class DefaultPreemption(FilterChain chain, Nominations nominations, IDraws draws) : IPlugin
{
    public string Name => PluginNames.DefaultPreemption;

    /// <param name="statuses">Why each node does not fit, by name.</param>
    /// <param name="calls">To extenders, which may have a say; null: there are none.</param>
    public Preemption Run(Pass pass, IReadOnlyDictionary<string, Status> statuses, Instant now, ExtenderCalls? calls = null)
    {
        if (!MayPreempt(pass, statuses)) return Preemption.None;
        var potential = pass.Nodes.Where(node => !IsHopeless(node.Name, statuses)).ToList();
        if (potential.Count == 0) return Preemption.None with { Cleared = pass.Pod.Status.NominatedNodeName.Length > 0 ? [pass.Pod] : [] };
        var search = new VictimSearch(pass, chain, now);
        var found = new Preemption
        {
            PotentialNodes = potential.Count,
            Offset = draws.Draw(potential.Count),
            Wanted = CandidatesWanted(potential.Count, pass.Settings),
        };
        found = found with { Candidates = FindCandidates(potential, found.Offset, found.Wanted, search) };
        if (calls is not null)
        {
            var shrunk = calls.Preempt(pass.Pod, found.Candidates, (extender, left) => Shrunk(pass.Pod, extender, left));
            found = found with { Candidates = shrunk ?? [] };
        }

        found = found with { Best = new CandidateChoice(search.StartOf).Best(found.Candidates) };
        return found.Chosen is { } chosen ? found with { Cleared = LowerOn(chosen.Node.Name, pass.Pod) } : found;
    }

    /// <summary>Not where a victim of an earlier try is still on its way out, unless that node has become hopeless.</summary>
    private static bool MayPreempt(Pass pass, IReadOnlyDictionary<string, Status> statuses)
    {
        if (pass.Pod.Spec.Placement?.PreemptionPolicy == "Never") return false;
        var nominated = pass.Pod.Status.NominatedNodeName;
        if (nominated.Length == 0 || IsHopeless(nominated, statuses)) return true;
        var node = pass.Nodes.FirstOrDefault(node => node.Name == nominated);
        return node?.Pods.Any(other => other.Pod.Metadata.IsBeingDeleted && other.Priority < NodePod.PriorityOf(pass.Pod)) != true;
    }

    private static bool IsHopeless(string node, IReadOnlyDictionary<string, Status> statuses) =>
        statuses.TryGetValue(node, out var status) && status.Code == StatusCode.UnschedulableAndUnresolvable;

    private static int CandidatesWanted(int nodes, PluginSettings settings) =>
        Math.Min(nodes, Math.Max(nodes * settings.MinCandidateNodesPercentage / 100, settings.MinCandidateNodesAbsolute));

    /// <summary>Until there are enough and one of them breaks no budget; of those that break one no more than wanted are kept.</summary>
    private static IReadOnlyList<Candidate> FindCandidates(List<NodeState> nodes, int offset, int wanted, VictimSearch search)
    {
        List<Candidate> clean = [];
        List<Candidate> violating = [];
        for (var i = 0; i < nodes.Count && (clean.Count == 0 || clean.Count + violating.Count < wanted); i++)
        {
            if (search.On(nodes[(offset + i) % nodes.Count]) is not { } candidate) continue;
            if (candidate.Violations == 0) clean.Add(candidate);
            else if (violating.Count < wanted) violating.Add(candidate);
        }

        return [.. clean, .. violating];
    }

    /// <summary>Who has asked an extender no longer knows which budgets its victims break (extender.go of 1.20).</summary>
    private static IReadOnlyList<Candidate> Shrunk(Pod pod, INodeExtender extender, IReadOnlyList<Candidate> candidates)
    {
        var victims = extender.Preempt(
            pod, [.. candidates.Select(candidate => candidate.Node)], [.. candidates.Select(candidate => candidate.Victims)]);
        return
        [
            .. candidates.Zip(victims).Where(pair => pair.Second is not null)
                .Select(pair => new Candidate(pair.First.Node, pair.Second!, Violations: 0)),
        ];
    }

    private IReadOnlyList<Pod> LowerOn(string node, Pod pod) =>
        [.. nominations.On(node).Where(other => NodePod.PriorityOf(other) < NodePod.PriorityOf(pod))];
}
