using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>
/// All priorities that 1.3.10 registers, by name, each with weight 1, and those of its default provider
/// (algorithmprovider/defaults/defaults.go).
/// </summary>
public static class PriorityTable
{
    private static readonly (string Name, bool IsDefault, Func<SchedulerSettings, IPriority> Make)[] Entries =
    [
        ("LeastRequestedPriority", true, _ => new LeastRequestedPriority()),
        ("BalancedResourceAllocation", true, _ => new BalancedResourceAllocation()),
        ("SelectorSpreadPriority", true, _ => new SelectorSpreadPriority(SelectorKinds.All)),
        ("NodeAffinityPriority", true, _ => new NodeAffinityPriority()),
        ("TaintTolerationPriority", true, _ => new TaintTolerationPriority()),
        ("EqualPriority", false, _ => new EqualPriority()),
        ("ServiceSpreadingPriority", false, _ => new SelectorSpreadPriority(SelectorKinds.Services)),
        ("ImageLocalityPriority", false, _ => new ImageLocalityPriority()),
        ("InterPodAffinityPriority", false, settings => new InterPodAffinityPriority(settings)),
    ];

    public static IEnumerable<string> Names => Entries.Select(entry => entry.Name);

    public static IEnumerable<string> DefaultNames => Entries.Where(entry => entry.IsDefault).Select(entry => entry.Name);

    /// <summary>Null if no priority of that name is registered.</summary>
    public static IPriority? Make(string name, SchedulerSettings settings) =>
        Array.Find(Entries, entry => entry.Name == name).Make?.Invoke(settings);
}
