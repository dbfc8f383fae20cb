using System.Collections.Concurrent;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Starts;

/// <summary>
/// The settled starts of a set of runs: what the scheduler decides there is decided once for all runs in which it is told the same. May be
/// used on several threads.
/// </summary>
/// <remarks>
/// A decision follows from how the scheduler was made, from what it was told and asked before, and from its dice, if it threw them: that
/// is what is compared (<see cref="Trail"/>), step by step, and from the first difference on it decides itself.
/// </remarks>
public sealed class SharedPlacements : ISettledPlacements
{
    private readonly ConcurrentDictionary<MakingKey, StartMemory> _memories = [];
    private long _decisions;

    /// <summary>Pods whose node a scheduler has decided itself.</summary>
    public long Decisions => Interlocked.Read(ref _decisions);

    /// <inheritdoc/>
    public ISettledPlacer Begin(ClusterSpec cluster, IPodScheduler scheduler) => MakingKey.Of(cluster, scheduler) is { } key
        ? new TrailPlacer(scheduler, _memories.GetOrAdd(key, static _ => new StartMemory()), () => Interlocked.Increment(ref _decisions))
        : new SchedulerPlacer(scheduler);

    /// <summary>How a scheduler was made: two with the same key decide alike if they are told alike.</summary>
    /// <param name="Version">Its name: there is one table of each.</param>
    /// <param name="Settings">And its policy, as text.</param>
    /// <param name="Profiles">Its instance: profiles have no text.</param>
    private readonly record struct MakingKey(string Version, string Settings, object? Profiles)
    {
        /// <summary>
        /// Null: nobody knows what goes into its decisions, because users' own rules have a say, or somebody looks over its shoulder.
        /// </summary>
        public static MakingKey? Of(ClusterSpec cluster, IPodScheduler scheduler)
        {
            var flags = cluster.Scheduler;
            if (scheduler is { Memory.Order: null } or { Witness: not null } || flags.OwnTitles.Any()) return null;
            var policy = flags.Policy is { } own ? CanonicalText.Whole(own) : "";
            return new MakingKey(cluster.Version.Name, $"{CanonicalText.Whole(flags.Settings)} {policy}", flags.Configuration);
        }
    }
}
