using Simulator.Api;
using Simulator.Engine;
using Simulator.World;

namespace Simulator.Scenarios.Generators;

/// <summary>Some workloads crash, start slowly, or take no notice of the stop signal.</summary>
internal static class DrawnApplications
{
    public static IReadOnlyList<ApplicationSpec> Draw(Dice dice, IReadOnlyList<WorkloadSpec> workloads) =>
    [
        .. workloads.SelectMany(workload => workload.Objects)
            .Where(value => value is ReplicationController or Pod && dice.Chance(0.4))
            .Select(value => Application(dice, value.Name)),
    ];

    private static ApplicationSpec Application(Dice dice, string workload) => new()
    {
        Selector = LabelSet.Of(("app", workload)),
        CrashesAfter = dice.Chance(0.4) ? new Exponential(dice.Seconds(10, 1200)) : null,
        RunsFor = dice.Chance(0.2) ? dice.Lasting(5, 600) : null,
        FailShare = dice.Of(0, 0.2, 1),
        StartsIn = dice.Chance(0.4) ? dice.Lasting(1, 60) : new Constant(TimeSpan.Zero),
        StopsIn = dice.Chance(0.2) ? dice.Lasting(1, 90) : null,
        IgnoresStop = dice.Chance(0.1),
        PreStopTakes = dice.Lasting(1, 20),
        InitRunsFor = dice.Lasting(1, 20),
        InitFailShare = dice.Of(0, 0, 0.3),
    };
}
