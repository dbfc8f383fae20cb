using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>What a reader of results must know: which flags were not at their defaults.</summary>
internal static class FlagDifferences
{
    public static IReadOnlyList<string> Of(ScenarioDraft scenario)
    {
        var several = scenario.Clusters.Count > 1;
        var federation = scenario.Federation is { } placed
            ? Of(FederationManagerShape.Value, placed.Value.ControllerManager).Concat(Of(FederationShape.Value, placed.Value))
            : [];
        IEnumerable<string> own = scenario.Clusters.SelectMany(cluster => cluster.Value.ControlPlane.Scheduler.OwnTitles)
            .Distinct().Select(title => $"plug-in {title}");
        return [.. own, .. federation, .. scenario.Clusters.SelectMany(cluster => Of(cluster.Value.ControlPlane).Select(line => several
            ? $"{cluster.Value.Name} {line}"
            : line))];
    }

    private static IEnumerable<string> Of(ControlPlaneDraft draft) =>
    [
        .. Masters(draft.Masters?.Value ?? new MastersDraft()),
        .. Of(ApiServerShape.Value, draft.ApiServer),
        .. Of(EtcdShape.Value, draft.Etcd),
        .. Of(SchedulerShape.Value, draft.Scheduler),
        .. Of(ControllerManagerShape.Value, draft.ControllerManager),
        .. draft.Autoscaler is { } autoscaler ? Of(AutoscalerShape.Value, autoscaler) : [],
        .. Of(KubeletShape.Value, draft.Kubelet),
        .. Of(CalibrationShape.Value, draft),
    ];

    private static IEnumerable<string> Masters(MastersDraft masters)
    {
        var count = masters.MasterZones.Count;
        var members = masters.EtcdMembers ?? count;
        if (masters.Zones.Count == 0 && count == 1 && members == 1) yield break;
        var where = masters.Zones.Count > 0 ? string.Join(", ", masters.Zones) : $"{count} outside all zones";
        yield return $"masters: {where} with {members} members of etcd (default 1 outside all zones)";
    }

    private static IEnumerable<string> Of<T>(Shape<T> shape, T value)
        where T : class => shape.Differences(value).Select(difference => $"{shape.Name}: {difference}");
}
