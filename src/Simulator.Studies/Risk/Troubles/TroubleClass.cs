using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>Troubles of one kind and all the places of a cluster that they strike: one stratum of the estimator.</summary>
/// <param name="Cluster">Name of the cluster; that of the first one for a region; the federation's site for its own.</param>
/// <param name="Places">In order of name; at least one. Two zones are "a|b".</param>
/// <param name="ByItself">How long a trouble takes that ends by itself (a boot); zero for others.</param>
public sealed record TroubleClass(TroubleRate Rate, string Cluster, IReadOnlyList<string> Places, TimeSpan ByItself)
{
    public static readonly TimeSpan Year = TimeSpan.FromDays(365.25);

    /// <summary>Its name among the random streams and in files: "east/zone/power-loss".</summary>
    public string Key => $"{Cluster}/{Words.Key(Rate.Per)}/{Facts.Name}{(Twin == 0 ? "" : $"-{Twin + 1}")}";

    /// <summary>Number among the classes that differ in share, duration or rate only.</summary>
    public int Twin { get; init; }

    /// <summary>In words: "zones", "machines: reboot", "api-server-down".</summary>
    public string Title => OutageKinds.Of(Rate.Kind).Reach != OutageReach.Machines ? Facts.Name
        : Rate.Kind == OutageKind.PowerLoss ? Words.Plural(Rate.Per) : $"{Words.Plural(Rate.Per)}: {Facts.Name}";

    public OutageKindFacts Facts => OutageKinds.Of(Rate.Kind);

    /// <summary>
    /// How often one begins in a year, all places together, in the long run. A place that is down cannot fail: by renewal it begins a
    /// trouble once in (between + lasts). A burst is one trouble, and its further failures take time of the places, too.
    /// </summary>
    public double PerYear
    {
        get
        {
            var down = Facts.EndsByItself ? ByItself : Rate.Lasts.Mean;
            return Places.Count * (Year / (Rate.Between + (down / (1 - Rate.Burst))));
        }
    }
}
