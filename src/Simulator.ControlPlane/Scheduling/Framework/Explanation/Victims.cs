using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Explanation;

/// <summary>Who has to go for a pod that fits nowhere, which budgets mind, or why nobody goes.</summary>
internal static class Victims
{
    public static PreemptionFacts Of(PlacementMoment moment, Pass pass, Placement placement)
    {
        var found = placement.Preemption ?? Preemption.None;
        var facts = new PreemptionFacts
        {
            WhyNot = WhyNot(moment, pass, found),
            PotentialNodes = found.PotentialNodes,
            Candidates = found.Candidates.Count,
            Cleared = [.. found.Cleared.Select(pod => pod.Key.ToString())],
        };
        if (found.Chosen is not { } chosen) return facts;
        return facts with
        {
            Node = chosen.Node.Name,
            Victims = [.. chosen.Victims.Select(victim => new VictimFacts(victim.Pod.Key.ToString(), victim.Priority))],
            Violations = chosen.Violations,
            Budgets =
            [
                .. Budgets.Counting(chosen.Victims, pass.Objects).Select(entry => new BudgetFacts(
                    entry.Budget.Key.ToString(), (int)entry.Budget.Status.DisruptionsAllowed, entry.Victims)),
            ],
        };
    }

    private static string WhyNot(PlacementMoment moment, Pass pass, Preemption found)
    {
        if (found.Chosen is not null) return "";
        if (!moment.Profile.Preempts) return "its scheduler's profile makes no room (DefaultPreemption is off)";
        if (pass.Pod.Spec.Placement?.PreemptionPolicy == "Never") return "its preemptionPolicy is Never";
        if (Leaving(pass) is { } victim) return $"it waits for {victim}, which is being deleted on {pass.Pod.Status.NominatedNodeName}";
        if (found.PotentialNodes == 0) return "on no node would it help that pods go";
        var priority = NodePod.PriorityOf(pass.Pod);
        return pass.Nodes.Any(node => node.Pods.Any(other => other.Priority < priority))
            ? "it fits on no node even without all pods of lower priority there"
            : "no pod has a lower priority";
    }

    /// <summary>A victim of an earlier pass.</summary>
    private static string? Leaving(Pass pass)
    {
        var nominated = pass.Pod.Status.NominatedNodeName;
        var node = nominated.Length == 0 ? null : pass.Nodes.FirstOrDefault(node => node.Name == nominated);
        return node?.Pods.FirstOrDefault(
            other => other.Pod.Metadata.IsBeingDeleted && other.Priority < NodePod.PriorityOf(pass.Pod))?.Pod.Key.ToString();
    }
}
