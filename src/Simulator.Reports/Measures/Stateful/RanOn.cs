namespace Simulator.Reports.Measures.Stateful;

/// <summary>Tells pets that were gone from those that only seemed so: cut off they ran on, and the API called them not ready.</summary>
internal static class RanOn
{
    /// <summary>Also if its twin ran already before the old life ended.</summary>
    public static bool Is(RunRecorder run, PetAbsence absence)
    {
        if (absence.HasStopped) return false;
        if (absence.Next is null) return true;
        var end = absence.To ?? run.Scenario.Duration;
        return run.Overlaps.Any(overlap => overlap.Cluster == absence.Pet.Set.Cluster
            && overlap.Pod == absence.Pet.Name
            && overlap.From >= absence.From
            && overlap.From <= end
            && (overlap.To is null || overlap.To >= end));
    }
}
