using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Queue;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>How a scheduler process is set up: its profiles, and what they share (KubeSchedulerConfiguration of 1.20).</summary>
public sealed record SchedulerConfiguration
{
    /// <summary>The default provider under the default name.</summary>
    public static readonly SchedulerConfiguration Default = new();

    /// <summary>Each with a scheduler name of its own.</summary>
    public IReadOnlyList<Profile> Profiles { get; init; } = [Profile.Default(new PluginSettings())];

    /// <summary>0 = the larger the cluster, the smaller the part.</summary>
    public int PercentageOfNodesToScore { get; init; }

    public QueueSettings Queue { get; init; } = new();
}
