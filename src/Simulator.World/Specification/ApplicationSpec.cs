using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>What the containers of some pods do by themselves: nothing of it can be read from a manifest.</summary>
public sealed record ApplicationSpec
{
    /// <summary>What runs for ever: pods with restartPolicy Always that no application of the scenario names.</summary>
    public static readonly ApplicationSpec Server = new();

    /// <summary>
    /// What works for 30 s and succeeds: pods with restartPolicy Never or OnFailure that no application names (judgement).
    /// </summary>
    public static readonly ApplicationSpec Batch = new() { RunsFor = new Constant(TimeSpan.FromSeconds(30)) };

    public string Namespace { get; init; } = "default";

    /// <summary>Labels of its pods; the first application of a cluster that fits a pod is the pod's.</summary>
    public LabelSet Selector { get; init; } = LabelSet.Empty;

    /// <summary>From a container's start until it ends by itself; null: never.</summary>
    public IDistribution? RunsFor { get; init; }

    /// <summary>Share of such ends that are failures (exit code 1); the others succeed.</summary>
    public double FailShare { get; init; }

    /// <summary>From a container's start until it crashes (exit code 1); null: never.</summary>
    public IDistribution? CrashesAfter { get; init; }

    /// <summary>From a container's start until it serves and passes its probes.</summary>
    public IDistribution StartsIn { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>From the stop signal to its end; null: the calibrated time of containers that handle the signal.</summary>
    public IDistribution? StopsIn { get; init; }

    /// <summary>It takes no notice of the stop signal and is killed at the end of its grace.</summary>
    public bool IgnoresStop { get; init; }

    /// <summary>What its preStop hook takes, if the container has one.</summary>
    public IDistribution PreStopTakes { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>What it usually takes to answer a probe; a slow node multiplies it.</summary>
    public TimeSpan AnswersIn { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>From the start of an init container to its end, unless <see cref="Init"/> tells.</summary>
    public IDistribution InitRunsFor { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>Share of init containers' ends that are failures.</summary>
    public double InitFailShare { get; init; }

    /// <summary>What init containers do, one by one.</summary>
    public IReadOnlyList<InitSpec> Init { get; init; } = [];

    /// <summary>From the start of a pod's sandbox until it dies, and with it all that runs in it; null: never.</summary>
    public IDistribution? SandboxDiesAfter { get; init; }

    /// <summary>What it keeps; null: nothing.</summary>
    public StateSpec? State { get; init; }

    /// <summary>
    /// A human sets the annotation pod.alpha.kubernetes.io/initialized on each pet so long after it runs; null: nobody does.
    /// </summary>
    public IDistribution? InitializedAfter { get; init; }

    /// <summary>
    /// Somebody sets the conditions of its pods' readiness gates to True so long after their containers are ready; null: nobody does.
    /// </summary>
    public IDistribution? GatesOpenAfter { get; init; }

    /// <summary>Bytes that each container uses once it runs; null: what it requests.</summary>
    public long? Memory { get; init; }

    /// <summary>Bytes that its use grows by in an hour; a container that reaches its limit is killed (exit code 137).</summary>
    public long MemoryGrowsPerHour { get; init; }

    /// <summary>How its pods serve requests, and what CPU they use; null: requests take no time, and nothing is known of CPU.</summary>
    public LoadSpec? Load { get; init; }

    /// <summary>What an init container of that name does.</summary>
    public InitSpec InitOf(string name) =>
        Init.FirstOrDefault(init => init.Name == name)
            ?? Init.FirstOrDefault(init => init.Name.Length == 0)
            ?? new InitSpec { RunsFor = InitRunsFor, FailShare = InitFailShare };
}
