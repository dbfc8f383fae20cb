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

    /// <summary>HTTP extenders of all profiles, in the order of the file.</summary>
    public IReadOnlyList<NodeExtender> Extenders { get; init; } = [];

    /// <summary>0 = the larger the cluster, the smaller the part.</summary>
    public int PercentageOfNodesToScore { get; init; }

    public QueueSettings Queue { get; init; } = new();

    /// <summary>The rules in it that are nobody's but the user's, each by its title.</summary>
    public IEnumerable<string> OwnTitles =>
        [.. Profiles.SelectMany(profile => profile.OwnTitles), .. Extenders.Select(extender => extender.Own?.Title).OfType<string>()];

    /// <summary>Its profiles, made for one scheduler, with its extenders.</summary>
    /// <exception cref="ArgumentException">A rule does not take its settings; the message says why.</exception>
    public IReadOnlyList<Profile> ForOneScheduler()
    {
        var extenders = NodeExtender.ForOneScheduler(Extenders);
        return [.. Profiles.Select(profile => profile.ForOneScheduler() with { Extenders = extenders })];
    }
}
