using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Framework.Running;

namespace Simulator.ControlPlane.Versions;

/// <summary>How each scheduler is made.</summary>
internal static class Schedulers
{
    /// <summary>Predicates and priorities, by policy or by the default provider.</summary>
    /// <exception cref="ArgumentException">The policy names something that is not registered.</exception>
    public static IPodScheduler ByPredicates(SchedulerSetting setting) =>
        new Scheduler(AlgorithmOf(setting), setting.Flags.Settings, setting.Pace, setting.Order);

    /// <summary>What such a scheduler has against one node.</summary>
    /// <inheritdoc cref="ByPredicates"/>
    public static INodeAcceptance AcceptingByPredicates(SchedulerSetting setting) =>
        new PredicateAcceptance(AlgorithmOf(setting), setting.Flags.Settings, setting.Pace);

    /// <summary>What such a scheduler has against one node.</summary>
    public static INodeAcceptance AcceptingByFramework(SchedulerSetting setting) =>
        new FilterAcceptance(ConfigurationOf(setting), new PlacementPace());

    /// <summary>Filters, scores and preemption, by profiles.</summary>
    public static IPodScheduler ByFramework(SchedulerSetting setting) =>
        new PlacementLoop(ConfigurationOf(setting), new PlacementPace(setting.Pace), setting.Order);

    public static SchedulerNaming ByFlag { get; } = new("scheduler.scheduler-name", static flags => [flags.Settings.SchedulerName]);

    public static SchedulerNaming ByProfile { get; } = new(
        "scheduler.config",
        static flags => [.. (flags.Configuration ?? SchedulerConfiguration.Default).Profiles.Select(profile => profile.SchedulerName)]);

    private static SchedulingAlgorithm AlgorithmOf(SchedulerSetting setting) =>
        SchedulingAlgorithm.From(setting.Flags.Policy, setting.Flags.Settings, out var errors)
            ?? throw new ArgumentException(string.Join("; ", errors));

    private static SchedulerConfiguration ConfigurationOf(SchedulerSetting setting)
    {
        var configuration = setting.Flags.Configuration ?? SchedulerConfiguration.Default;
        return setting.Flags.Choice is { } choice
            ? configuration with { Profiles = [.. configuration.Profiles.Select(profile => profile with { Chooser = choice })] }
            : configuration;
    }
}
