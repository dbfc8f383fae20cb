using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>The words in which the real scheduler says that a pod fits nowhere.</summary>
public static class FitError
{
    public static string Message(int nodes, IEnumerable<Status> statuses)
    {
        var reasons = statuses.SelectMany(status => status.Reasons).CountBy(reason => reason)
            .Select(group => $"{group.Value} {group.Key}").Order(StringComparer.Ordinal);
        return $"0/{nodes} nodes are available: {string.Join(", ", reasons)}.";
    }
}
