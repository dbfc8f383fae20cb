using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>The clusters of the measured federations: two hollow nodes and four pods each.</summary>
internal static class TimelineScenario
{
    private const string App = "web";

    /// <summary>Calls on one machine, and watch events from one process to the next.</summary>
    private static readonly ApiServerOptions Fast = new()
    {
        AdmissionControl = [],
        CallLatencyMedian = TimeSpan.FromMilliseconds(3),
        WatchLatencyMedian = TimeSpan.FromMicroseconds(200),
    };

    /// <summary>The controller whose pods serve, in each cluster.</summary>
    public static readonly ObjectKey Controller = new("default", App);

    public static Service ServiceOf(string home, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = home },
        Type = "LoadBalancer",
        Selector = LabelSet.Of(("app", App)),
        Ports = [new ServicePort("", 80, "TCP", "80")],
    };

    /// <param name="momentOf">Of a recorded time.</param>
    public static Scenario Of(FederationTimeline timeline, Func<double, TimeSpan> momentOf, ulong seed)
    {
        const double Period = 40;
        var probe = momentOf(timeline.FirstProbe).TotalSeconds % Period;
        IReadOnlyList<ApiObject> services = [.. timeline.Services.Select(name => ServiceOf(timeline.Name.Namespace, name))];
        return new Scenario
        {
            Name = "federation-timeline",
            Seed = seed,
            Duration = momentOf(timeline.End),
            Clusters = [.. timeline.Clusters.Select(cluster => ClusterOf(cluster, timeline))],
            Outages = [.. SilentKubelets(timeline, momentOf)],
            Federation = new FederationSpec
            {
                Name = timeline.Name.Federation,
                Domain = timeline.Name.Domain,
                Members = [.. timeline.Members.Concat(timeline.Departed).Order(StringComparer.Ordinal)],
                ApiServer = Fast,
                ControllerManager = new FederationOptions
                {
                    FirstProbe = TimeSpan.FromMicroseconds(Math.Round(probe * 1e6)),
                    FirstLook = TimeSpan.FromMicroseconds(Math.Round(probe % 1 * 1e6)),
                },
                Dns = new DnsProviderOptions { Latency = new Constant(timeline.ProviderLatency) },
                Workloads = services.Count > 0 ? [new WorkloadSpec(TimeSpan.Zero, services)] : [],
            },
        };
    }

    private static ClusterSpec ClusterOf(string name, FederationTimeline timeline)
    {
        var (zone, region) = timeline.PlaceOf(name);
        return new ClusterSpec
        {
            Name = name,
            Region = region,
            Zones = [zone],
            NodePools =
            [
                new NodePoolSpec
                {
                    Name = $"hollow-{name}",
                    Count = 2,
                    Capacity = ResourceList.Of(
                        (ResourceNames.Cpu, Quantity.FromUnits(1)), (ResourceNames.Memory, Quantity.Parse("3840Mi")),
                        (ResourceNames.Pods, Quantity.FromUnits(110))),
                },
            ],
            ApiServer = Fast with { ServiceClusterIpRange = AddressRange.Parse($"10.{name[1..]}.0.0/16") },
            Workloads = [new WorkloadSpec(TimeSpan.Zero, [Web(), .. ServicesIn(name, timeline)])],
        };
    }

    /// <summary>With the addresses that the recording knows.</summary>
    private static IEnumerable<ApiObject> ServicesIn(string cluster, FederationTimeline timeline) =>
        timeline.Members.Concat(timeline.Departed).Contains(cluster)
            ? timeline.Services.Select(name => ServiceOf(timeline.Name.Namespace, name) with
            {
                LoadBalancerIngress = timeline.AddressOf(cluster, name) is { } address ? [address] : [],
            })
            : [];

    private static ReplicationController Web() => new()
    {
        Metadata = new ObjectMeta { Name = App, Namespace = "default" },
        Replicas = 4,
        Selector = LabelSet.Of(("app", App)),
        Template = new PodTemplate
        {
            Labels = LabelSet.Of(("app", App)),
            Spec = new PodSpec { Containers = [new Container { Name = App, Image = App, Ports = [new ContainerPort("", 80, 0, "TCP")] }] },
        },
    };

    private static IEnumerable<OutageSpec> SilentKubelets(FederationTimeline timeline, Func<double, TimeSpan> momentOf)
    {
        var deeds = timeline.Marks.SelectMany(mark => (MarkWords.Read(mark, timeline) ?? []).Select(deed => (mark.At, Deed: deed)))
            .ToList();
        foreach (var (at, deed) in deeds.Where(entry => entry.Deed.Kind == DeedKind.KubeletsDown))
        {
            var up = deeds.Where(entry => entry.Deed.Kind == DeedKind.KubeletsUp && entry.Deed.Cluster == deed.Cluster && entry.At > at)
                .ToList();
            yield return new OutageSpec
            {
                Kind = OutageKind.NetworkCut,
                At = momentOf(at),
                For = up.Count > 0 ? new Constant(TimeSpan.FromSeconds(up[0].At - at)) : null,
                Cluster = deed.Cluster,
                Where = new Place(PlaceScope.Zone, [timeline.PlaceOf(deed.Cluster).Zone]),
            };
        }
    }
}
