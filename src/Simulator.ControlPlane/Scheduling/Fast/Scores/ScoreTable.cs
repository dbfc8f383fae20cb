using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>The priorities that look beyond the node and have a fast twin.</summary>
internal static class ScoreTable
{
    public static bool Has(IPriority priority) => priority is SelectorSpreadPriority;
}
