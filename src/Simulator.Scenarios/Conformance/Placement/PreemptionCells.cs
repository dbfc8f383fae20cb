using System.Text.Json;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Candidates, victims, the choice and what is taken away.</summary>
internal static class PreemptionCells
{
    public static void Compare(JsonElement expect, Preemption preemption, Comparison comparison)
    {
        var recorded = expect.GetProperty("postFilter");
        comparison.Same("postFilter", recorded.Text("code"), preemption.Chosen is null ? "Unschedulable" : "Success");
        comparison.Same(
            "search", $"{recorded.Int("potentialNodes")} {recorded.Int("offset")} {recorded.Int("numCandidates")}",
            $"{preemption.PotentialNodes} {preemption.Offset} {preemption.Wanted}");
        comparison.Same(
            "candidates", string.Join(
                "; ", recorded.List("candidates").Select(Text)), string.Join("; ", preemption.Candidates.Select(Text)));
        comparison.Same("best candidates", recorded.GetProperty("best"), preemption.Best.Select(candidate => candidate.Node.Name));
        comparison.Same("nominatedNode", recorded.Text("nominatedNode"), preemption.Chosen?.Node.Name ?? "");
        comparison.Same(
            "deleted", recorded.GetProperty("deleted"), preemption.Chosen?.Victims.Select(victim => victim.Pod.Key.ToString()) ?? []);
        comparison.Same(
            "cleared", string.Join(' ', recorded.Texts("clearedNominations").Select(text => text.Split(' ')[0])),
            string.Join(' ', preemption.Cleared.Select(pod => pod.Key)));
    }

    private static string Text(JsonElement candidate) =>
        $"{candidate.Text("node")} {candidate.Int("pdbViolations")} {string.Join(' ', candidate.Texts("victims"))}";

    private static string Text(Candidate candidate) =>
        $"{candidate.Node.Name} {candidate.Violations} {string.Join(' ', candidate.Victims.Select(victim => victim.Pod.Key))}";
}
