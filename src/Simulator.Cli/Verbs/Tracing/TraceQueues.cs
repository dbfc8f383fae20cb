using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Hosting;
using Simulator.World.Traces;
using Simulator.World.Traces.Packing;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>Who places the pods of a trace, and in which order.</summary>
internal static class TraceQueues
{
    public const string Kubernetes = "kubernetes";

    public const string FirstCome = "first-come";

    public const string Drop = "drop";

    /// <summary>The version's own decisions.</summary>
    public const string Scheduler = "scheduler";

    /// <summary>Where the trace says.</summary>
    public const string AsTraced = "as-traced";

    public static IReadOnlyList<string> Disciplines { get; } = [Kubernetes, FirstCome, Drop];

    public static IReadOnlyList<string> Places { get; } = [Scheduler, AsTraced, .. PackingPolicies.Names];

    /// <param name="flags">Of the scheduler: of a scenario, or the defaults.</param>
    public static ITraceQueue Make(TraceOptions options, KubernetesVersion version, SchedulerOptions flags, IReadOnlyList<TraceNode> nodes)
    {
        var streams = new RandomStreams(options.Seed);
        IPodScheduler Chooser() => version.Scheduler(new SchedulerSetting(
            flags, new MeasuredDecisionPace(), new DecisionOrder(streams["trace-scheduler"].NextULong())));
        if (options.Discipline == Kubernetes) return new ScheduledQueue(Chooser(), flags, nodes);
        IPlacement placement = options.Place switch
        {
            Scheduler => new SchedulerPlacement(Chooser(), nodes),
            AsTraced => new TracedPlacement(nodes),
            _ => new PackedPlacement(PackingPolicies.Make(options.Place, streams), nodes),
        };
        return options.Discipline == Drop ? new DroppingQueue(placement) : new FirstComeQueue(placement);
    }
}
