using Simulator.Api;

namespace Simulator.Cli.Bench;

/// <summary>The pods of the bench and all that belongs to them. The same numbers give the same objects.</summary>
internal sealed class BenchPods(SchedulerBenchPlan plan)
{
    private const int Namespaces = 10;
    private const int FirstPort = 10_000;

    /// <summary>Milli-CPU and MiB. Together as much as five times the middle one.</summary>
    private static readonly (long MilliCpu, long MiB)[] Shapes = [(100, 256), (50, 128), (150, 384), (75, 256), (125, 256)];

    private readonly Pod[] _apps = [.. Enumerable.Range(0, plan.Apps).Select(app => Template(
        plan.Pods, app, LabelSet.Of(("app", NameOf(app)))))];

    /// <summary>Pod number so and so of an app that runs.</summary>
    public Pod Of(int app, string name) => WithClaim(Named(_apps[app % _apps.Length], name));

    /// <summary>
    /// A pod of a template never seen before: its label <c>version</c>, its service, its controller. Spread and kept-apart pods belong to
    /// an app that runs, too.
    /// </summary>
    public Pod New(int number)
    {
        var version = ("version", $"v{number}");
        var joins = plan.Pods is PodsKind.Spread or PodsKind.AntiAffinity;
        var app = number % plan.Apps;
        var labels = joins ? LabelSet.Of(("app", NameOf(app)), version) : LabelSet.Of(("app", $"new-{number}"), version);
        return WithClaim(Named(Template(plan.Pods, app, labels), $"new-{number:D7}"));
    }

    /// <summary>The service and the controller that select all pods with the label.</summary>
    public static (Service Service, ReplicationController Controller) OwnersOf(Pod pod, string label)
    {
        var metadata = new ObjectMeta { Name = pod.Metadata.Labels[label], Namespace = pod.Namespace };
        var selector = LabelSet.Of((label, pod.Metadata.Labels[label]));
        return (
            new Service { Metadata = metadata, Selector = selector },
            new ReplicationController { Metadata = metadata, Selector = selector });
    }

    /// <summary>The bound claim of a pod and its volume.</summary>
    /// <param name="zone">Number of the zone of its disk.</param>
    public static (PersistentVolumeClaim Claim, PersistentVolume Volume) StorageOf(Pod pod, int zone)
    {
        var volume = new PersistentVolume
        {
            Metadata = new ObjectMeta
            {
                Name = $"disk-of-{pod.Name}",
                Labels = LabelSet.Of((WellKnownLabels.Region, "r"), (WellKnownLabels.Zone, BenchNodes.ZoneName(zone))),
            },
            AwsElasticBlockStore = new AwsElasticBlockStore($"vol-{pod.Name}", ReadOnly: false),
        };
        return (
            new PersistentVolumeClaim
            {
                Metadata = new ObjectMeta { Name = pod.Name, Namespace = pod.Namespace },
                VolumeName = volume.Name,
            },
            volume);
    }

    private static string NameOf(int app) => $"app-{app}";

    private static Pod Named(Pod template, string name) => template with { Metadata = template.Metadata with { Name = name } };

    private Pod WithClaim(Pod pod) => plan.Pods != PodsKind.Claim ? pod
        : pod with { Spec = pod.Spec with { Volumes = [new Volume { Name = "data", ClaimName = pod.Name }] } };

    private static Pod Template(PodsKind kind, int app, LabelSet labels)
    {
        var (milliCpu, mebibytes) = Shapes[app % Shapes.Length];
        var container = new Container
        {
            Name = "web",
            Image = "web:1",
            Requests = ResourceList.Of(
                (ResourceNames.Cpu, Quantity.FromMilli(milliCpu)), (ResourceNames.Memory, Quantity.FromUnits(mebibytes << 20))),
            Ports = kind == PodsKind.HostPort ? [new ContainerPort("", 80, FirstPort + app, "TCP")] : [],
        };
        return new Pod
        {
            Metadata = new ObjectMeta { Namespace = $"ns-{app % Namespaces}", Labels = labels },
            Spec = new PodSpec { Containers = [container], Affinity = AffinityOf(kind, app, labels) },
        };
    }

    private static Affinity? AffinityOf(PodsKind kind, int app, LabelSet labels) => kind switch
    {
        PodsKind.NodeAffinity => new Affinity { NodeAffinity = PoolsOf(app) },
        PodsKind.AntiAffinity => new Affinity { PodAntiAffinity = new PodAffinity { Required = [ApartFrom(labels["app"])] } },
        _ => null,
    };

    private static NodeAffinity PoolsOf(int app) => new()
    {
        Required = new NodeSelector([Term(BenchNodes.PoolLabel, BenchNodes.PoolName(app), BenchNodes.PoolName(app + 1))]),
        Preferred = [new PreferredSchedulingTerm(1 + (app % 2), Term(WellKnownLabels.Zone, BenchNodes.ZoneName(0)))],
    };

    private static NodeSelectorTerm Term(string key, params string[] values) => new([new SelectorRequirement(key, "In", values)]);

    private static PodAffinityTerm ApartFrom(string app) => new()
    {
        LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", app)) },
        TopologyKey = WellKnownLabels.Hostname,
    };
}
