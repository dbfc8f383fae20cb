using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Running;

namespace Simulator.ControlPlane.Versions;

/// <summary>
/// Flags of kube-scheduler 1.3.10 (plugin/cmd/kube-scheduler/app/options): its client's, and those that decisions depend on.
/// </summary>
public sealed record SchedulerOptions
{
    /// <summary>--kube-api-qps, calls a second of its client, binds and events together.</summary>
    public float KubeApiQps { get; init; } = 50;

    /// <summary>--kube-api-burst</summary>
    public int KubeApiBurst { get; init; } = 100;

    /// <summary>--policy-config-file, already read; null = --algorithm-provider DefaultProvider.</summary>
    public SchedulerPolicy? Policy { get; init; }

    /// <summary>--config, already read: profiles of a scheduler that has them; null = the default provider.</summary>
    public SchedulerConfiguration? Configuration { get; init; }

    /// <summary>Somebody's own who decides in the place of the scores of all profiles; null: nobody.</summary>
    public IOwnRule<INodeChoice>? Choice { get; init; }

    /// <summary>The rules in all of these that are nobody's but the user's, each by its title.</summary>
    public IEnumerable<string> OwnTitles => [.. Policy?.OwnTitles ?? [], .. ProfileTitles];

    /// <summary>Those of them that profiles name, or extenders beside them are.</summary>
    public IEnumerable<string> ProfileTitles => Configuration?.OwnTitles ?? [];

    public LeaderElectionOptions LeaderElection { get; init; } = new();

    public SchedulerSettings Settings { get; init; } = new();
}
