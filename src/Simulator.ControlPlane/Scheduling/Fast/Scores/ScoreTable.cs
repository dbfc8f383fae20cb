using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>The fast twins of the priorities that look beyond the node.</summary>
internal static class ScoreTable
{
    public static bool Has(IPriority priority) =>
        priority is SelectorSpreadPriority or InterPodAffinityPriority or ServiceAntiAffinityPriority;

    public static IWideScore For(IPriority priority, Pod exemplar, Shape shape, FastScope scope, SpreadRoom room) => priority switch
    {
        SelectorSpreadPriority rule =>
            new SpreadScore(new SpreadTarget(exemplar, rule.Kinds, scope.State, scope.Work), shape, scope.Places, room),
        InterPodAffinityPriority rule => new AttractionScore(exemplar, rule.Settings, scope),
        ServiceAntiAffinityPriority rule => new ApartScore(rule, exemplar, scope),
        _ => throw new InvalidOperationException($"{priority} has no fast twin"),
    };
}
