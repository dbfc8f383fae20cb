using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>Classes of priority that every cluster has, and what those of users may say (pkg/apis/scheduling of 1.20).</summary>
public static class PriorityClasses
{
    /// <summary>The API server makes them when it starts.</summary>
    private static readonly PriorityClass[] Systems = [
        System("system-node-critical", 2_000_001_000), System("system-cluster-critical", 2_000_000_000)];

    /// <summary>Null for a name that is not the system's.</summary>
    public static PriorityClass? OfSystem(string name) => Array.Find(Systems, known => known.Name == name);

    /// <summary>The class of pods that name none: of several the lowest; null if there is none.</summary>
    public static PriorityClass? DefaultOf(IEnumerable<PriorityClass> classes) => classes.Where(known => known.IsGlobalDefault)
        .OrderBy(known => known.Value).ThenBy(known => known.Name, StringComparer.Ordinal).FirstOrDefault();

    private static PriorityClass System(string name, int value) =>
        new() { Metadata = new ObjectMeta { Name = name }, Value = value, PreemptionPolicy = PriorityRule.Preempts };
}
