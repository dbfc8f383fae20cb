namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// All predicates that 1.3.10 registers, by name (algorithmprovider/defaults/defaults.go), and those of its default provider.
/// </summary>
public static class PredicateTable
{
    private static readonly (string Name, bool IsDefault, Func<SchedulerSettings, IPredicate> Make)[] Entries =
    [
        ("NoDiskConflict", true, _ => new NoDiskConflict()),
        ("NoVolumeZoneConflict", true, _ => new NoVolumeZoneConflict()),
        ("MaxEBSVolumeCount", true, MaxVolumeCount.OfEbs),
        ("MaxGCEPDVolumeCount", true, MaxVolumeCount.OfGcePd),
        ("GeneralPredicates", true, _ => new GeneralPredicates()),
        ("PodToleratesNodeTaints", true, _ => new PodToleratesNodeTaints()),
        ("CheckNodeMemoryPressure", true, _ => new CheckNodeMemoryPressure()),
        ("PodFitsPorts", false, _ => new PodFitsHostPorts()),
        ("PodFitsHostPorts", false, _ => new PodFitsHostPorts()),
        ("PodFitsResources", false, _ => new PodFitsResources()),
        ("HostName", false, _ => new PodFitsHost()),
        ("MatchNodeSelector", false, _ => new MatchNodeSelector()),
        ("MatchInterPodAffinity", false, settings => new MatchInterPodAffinity(settings)),
    ];

    public static IEnumerable<string> Names => Entries.Select(entry => entry.Name);

    public static IEnumerable<string> DefaultNames => Entries.Where(entry => entry.IsDefault).Select(entry => entry.Name);

    /// <summary>Null if no predicate of that name is registered.</summary>
    public static IPredicate? Make(string name, SchedulerSettings settings) =>
        Array.Find(Entries, entry => entry.Name == name).Make?.Invoke(settings);
}
