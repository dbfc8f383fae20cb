using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Clusters;

/// <summary>
/// Looks at all members every 40 s, one after the other (federation/pkg/federation-controller/cluster of 1.3.10): health, then zones and
/// region, then one write of the status.
/// </summary>
/// <remarks>The calls have no time-out: a member that hangs keeps all after it from being looked at, and new ones from joining.</remarks>
public sealed class ClusterController : PeriodicController
{
    private readonly TimeSpan? _timeout;

    /// <param name="first">When the first look begins: when the process starts, or, if it has run for long, somewhere in the
    /// period.</param>
    /// <param name="timeout">Of each call to a member; null = none, as in 1.3.</param>
    public ClusterController(FederationOptions options, Instant first, TimeSpan? timeout = null)
        : base(options.ClusterMonitorPeriod, first, skipsIdle: false) => _timeout = timeout;

    public override string Name => "cluster-controller";

    /// <summary>What it sees there only saves it from making clients anew.</summary>
    public override IReadOnlyList<string> Watches => [];

    private protected override void Observe(in WatchEvent change)
    {
    }

    private protected override IEnumerator<Wait> Pass()
    {
        var list = new Call(new ListRequest("Cluster"));
        yield return list;
        foreach (var cluster in (list.Response.Items ?? []).Cast<Cluster>())
        {
            var health = new Call(new MemberRequest(cluster.Name, new HealthRequest(), _timeout));
            yield return health;
            var probed = Routines.Now.TruncatedToSecond;
            var nodes = new Call(new MemberRequest(cluster.Name, new ListRequest("Node"), _timeout));
            yield return nodes;
            var place = nodes.Response.IsOk ? MemberZones.Of(nodes.Response.Items!) : ClusterPlace.Nowhere;
            var status = cluster with
            {
                Conditions = Since(cluster.Conditions, health.Response.IsOk
                    ? new ClusterCondition(ClusterConditions.Ready, ConditionStatus.True, "ClusterReady", probed, probed)
                    : new ClusterCondition(ClusterConditions.Offline, ConditionStatus.True, "ClusterNotReachable", probed, probed)),
                Zones = place.Zones,
                Region = place.Region,
            };
            yield return new Call(new UpdateStatusRequest(status));
        }
    }

    /// <summary>A status that stays keeps the time of its transition.</summary>
    private static IReadOnlyList<ClusterCondition> Since(IReadOnlyList<ClusterCondition> before, ClusterCondition now) =>
        before.Count > 0 && before[0].Type == now.Type && before[0].Status == now.Status
            ? [now with { LastTransitionTime = before[0].LastTransitionTime }]
            : [now];
}
