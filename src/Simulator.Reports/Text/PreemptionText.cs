using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Text;

/// <summary>Who had to go so that a pod finds room, what their budgets say, or why nobody goes; in lines.</summary>
internal static class PreemptionText
{
    private const int Columns = 110;

    private const int NamedMax = 5;

    /// <param name="at">Null: in the pass that has just been told of.</param>
    public static IEnumerable<string> Lines(PreemptionFacts facts, TimeSpan? at) =>
        Wrapping.Hang(at is { } moment ? $"  room made at {Clock.Of(moment)}: " : "  preemption: ", Sentence(facts), Columns)
            .Concat(facts.Budgets.SelectMany(budget => Wrapping.Hang("    budget ", Told(budget), Columns)));

    private static string Sentence(PreemptionFacts facts)
    {
        if (facts.Node.Length == 0) return $"nobody goes: {facts.WhyNot}{Asked(facts)}";
        var cleared = facts.Cleared.Count > 0 ? $"; {Named(facts.Cleared)} lose the room that was kept for them there" : "";
        return $"on {facts.Node} {Named([.. facts.Victims.Select(victim => $"{victim.Pod} (priority {victim.Priority})")])} "
            + $"{(facts.Victims.Count == 1 ? "goes" : "go")}; it is nominated to that node{Asked(facts)}{cleared}";
    }

    private static string Asked(PreemptionFacts facts) => facts.PotentialNodes == 0
        ? ""
        : $" (of {HumanNumber.Count(facts.PotentialNodes, "node", "nodes")} where pods that go may help, "
            + $"{facts.Candidates:N0} would do)";

    private static string Told(BudgetFacts budget)
    {
        var broken = Math.Max(budget.Victims - Math.Max(budget.Allowed, 0), 0);
        var end = broken == 0 ? "" : ": it is broken, as no node was found without that";
        return $"{budget.Budget} allowed {HumanNumber.Count(budget.Allowed, "disruption", "disruptions")}, "
            + $"{HumanNumber.Count(budget.Victims, "of its pods goes", "of its pods go")}{end}";
    }

    private static string Named(IReadOnlyList<string> names) => names.Count <= NamedMax
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(NamedMax))} and {names.Count - NamedMax} more";
}
