using System.Globalization;
using Simulator.Api.Documents;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>Outages that a plan adds to the scenario's own: places of one scope, each in runs of its own.</summary>
public sealed record LossSpec
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);

    /// <summary>Null: nothing is lost but by the scenario's own outages.</summary>
    public PlaceScope? Each { get; init; }

    /// <summary>As in the file of a scenario.</summary>
    public string Kind { get; init; } = "power-loss";

    /// <summary>Null: after five minutes, or a tenth of the run if that is sooner.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>Null: to the end of the run.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Whose places; "" = those of all clusters.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>Of more places so many are lost, evenly over their names.</summary>
    public int Most { get; init; } = 20;

    /// <summary>What is lost in the runs of a scenario, in the order of clusters and names.</summary>
    public IReadOnlyList<LostPlace> Of(Scenario scenario)
    {
        if (Each is not { } scope) return [LostPlace.Nothing];
        var places = scenario.Clusters.Where(cluster => Cluster.Length == 0 || cluster.Name == Cluster)
            .SelectMany(cluster => NamesIn(cluster, scope).Select(name => new LostPlace(
                scenario.Clusters.Count > 1 ? $"losing {name} of {cluster.Name}" : $"losing {name}",
                [new Setting("outages[+]", Outage(scenario, cluster, scope, name))])))
            .ToList();
        return places.Count <= Most ? places : [.. Enumerable.Range(0, Most).Select(i => places[(int)((long)i * places.Count / Most)])];
    }

    private string Outage(Scenario scenario, ClusterSpec cluster, PlaceScope scope, string name)
    {
        var at = At ?? (scenario.Duration / 10 < AtMost ? scenario.Duration / 10 : AtMost);
        var duration = For is { } length ? $", for: {GoDuration.Format(length)}" : "";
        var key = scope == PlaceScope.Pool ? "nodePool" : scope.ToString().ToLower(CultureInfo.InvariantCulture);
        return $"{{ at: {GoDuration.Format(at)}{duration}, kind: {Kind}, cluster: {cluster.Name}, {key}: {name} }}";
    }

    private static IEnumerable<string> NamesIn(ClusterSpec cluster, PlaceScope scope) => scope == PlaceScope.Zone
        ? cluster.Zones
        : NodeFactory.NodesOf(cluster).Select(placed => placed.NameOf(scope)).Distinct().Order(StringComparer.Ordinal);
}

/// <param name="Title">"losing us-east1-b"; "" for nothing.</param>
/// <param name="Settings">What the runs have besides.</param>
public sealed record LostPlace(string Title, IReadOnlyList<Setting> Settings)
{
    public static LostPlace Nothing { get; } = new("", []);
}
