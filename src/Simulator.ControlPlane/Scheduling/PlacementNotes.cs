using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>What a scheduler tells its host of its decisions and of its cache.</summary>
internal static class PlacementNotes
{
    /// <summary>Moves both lists to the end of <paramref name="into"/>; of decisions only those that found no node.</summary>
    public static void Take(List<SchedulingNote> decisions, List<CachedPod> expired, List<PlacementNote> into)
    {
        foreach (var (pod, decision) in decisions)
        {
            if (decision.Host is not null) continue;
            into.Add(new PlacementNote(PlacementNoteKind.Unschedulable, pod, decision.Error ?? decision.Outcome.ToString()));
        }

        decisions.Clear();
        foreach (var assumed in expired)
        {
            into.Add(new PlacementNote(PlacementNoteKind.AssumptionExpired, assumed.Pod.Key, assumed.Node.Name));
        }

        expired.Clear();
    }
}
