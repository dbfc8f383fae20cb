using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Some workloads crash, start slowly, or take no notice of the stop signal.</summary>
internal static class DrawnApplications
{
    public static IReadOnlyList<ApplicationSpec> Draw(Dice dice, IReadOnlyList<WorkloadSpec> workloads) =>
    [
        .. workloads.SelectMany(workload => workload.Objects)
            .Where(value => (value is IPodOwner or Pod) && dice.Chance(value is Job ? 0.8 : 0.4))
            .Select(value => value is Job ? Batch(dice, value.Key) : Application(dice, value.Key)),
    ];

    /// <summary>Works for a time, and fails now and then.</summary>
    private static ApplicationSpec Batch(Dice dice, ObjectKey job) => new()
    {
        Namespace = job.Namespace,
        Selector = LabelSet.Of(("app", job.Name)),
        RunsFor = dice.Lasting(5, 200),
        FailShare = dice.Of(0, 0.1, 0.5),
        Memory = UsedMemory(dice),
    };

    private static ApplicationSpec Application(Dice dice, ObjectKey workload) => new()
    {
        Namespace = workload.Namespace,
        Selector = LabelSet.Of(("app", workload.Name)),
        Memory = UsedMemory(dice),
        MemoryGrowsPerHour = dice.Chance(0.15) ? (long)dice.Of(100, 4000) << 20 : 0,
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

    private static long? UsedMemory(Dice dice) => dice.Chance(0.3) ? (long)dice.Of(10, 200, 1500, 5000) << 20 : null;
}
