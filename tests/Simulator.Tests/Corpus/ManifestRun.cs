using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Tests.Corpus;

/// <summary>Ten minutes of a small cluster into which a user puts the objects of one file.</summary>
internal sealed class ManifestRun : IObserver
{
    /// <summary>An n1-standard-4.</summary>
    private static readonly ResourceList Machine = Stories.Workloads.Resources(4000, 15L << 30, 110);

    private readonly List<Observation> _refusals = [];
    private readonly InvariantSuite _invariants = new();

    public ManifestRun(IReadOnlyList<ApiObject> objects, ClusterStart start = ClusterStart.Empty)
    {
        Objects = [.. objects.Where(value => value is not Node)];
        var homes = Objects.Select(value => value.Namespace)
            .Distinct()
            .Except([.. NamespaceRule.Always, ""])
            .Except(Objects.OfType<Namespace>().Select(value => value.Name));
        ApiObject[] first = [.. homes.Order(StringComparer.Ordinal).Select(name => new Namespace
        {
            Metadata = new ObjectMeta { Name = name },
        })];
        var cluster = new ClusterSpec
        {
            Name = "small",
            Zones = ["a"],
            NodePools = [new NodePoolSpec { Name = "n", Count = 5, Capacity = Machine }],
            ControllerManager = new ControllerManagerOptions { CloudProvider = true },
            Start = start,
            Workloads = [
                new WorkloadSpec(TimeSpan.Zero, first),
                new WorkloadSpec(start == ClusterStart.Empty ? TimeSpan.FromSeconds(1) : TimeSpan.Zero, Objects)],
        };
        var run = new ScenarioRun(
            new Scenario { Name = "corpus", Duration = TimeSpan.FromMinutes(10), Clusters = [cluster] }, this, _invariants);
        _invariants.Follow(run);
        run.Start();
        run.Advance(TimeSpan.FromMinutes(10));
        Store = run.Clusters[0].Store;
    }

    public IReadOnlyList<ApiObject> Objects { get; }

    public ObjectStore Store { get; }

    /// <summary>What users and controllers were not allowed to create, with the reason.</summary>
    public IReadOnlyList<string> Refusals => [.. _refusals.Select(refusal => $"{refusal.Subject}: {refusal.Other}")];

    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.CreationRefused or ObservationKind.CreationForbidden) _refusals.Add(observation);
    }

    /// <summary>What is not as it should be: too few pods, or pods that neither run nor have a reason.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. _invariants.Broken.Select(broken => broken.ToString()),
        .. Store.List("Pod").Cast<Pod>().Where(pod => Fault(pod) is not null).Select(pod => $"{pod.Key}: {Fault(pod)}"),
        .. Workloads.SelectMany(kind => Store.List(kind))
            .Where(workload => Refusals.Count == 0 && PodsOf((IPodOwner)workload) != Wanted(workload))
            .Select(workload => $"{workload.Kind} {workload.Key}: {PodsOf((IPodOwner)workload)} pods, not {Wanted(workload)}"),
        .. Objects.Where(value => value.Name.Length > 0 && Refusals.Count == 0 && Store.Find(value.Kind, value.Key) is null)
            .Select(value => $"{value.Kind} {value.Key} is gone"),
        .. Store.List("Service")
            .Cast<Service>()
            .Where(service => service.Type == "LoadBalancer" && service.LoadBalancerIngress.Count == 0)
            .Select(service => $"{service.Key} has no balancer"),
    ];

    private static readonly string[] Workloads = ["ReplicationController", "ReplicaSet", "Deployment", "DaemonSet", "Job", "PetSet"];

    private int Wanted(ApiObject workload) => workload switch
    {
        ReplicaController controller => controller.Replicas,
        Deployment deployment => deployment.Replicas,
        PetSet set => PetHealth.IsInitialized(set.Template.Annotations) ? set.Replicas : Math.Min(1, set.Replicas),
        DaemonSet set => set.Status.DesiredNumberScheduled,
        Job job => job.Completions ?? job.Parallelism,
        _ => throw new NotSupportedException(workload.Kind),
    };

    /// <summary>Pods that count for it: those of a Job also when they have succeeded.</summary>
    private int PodsOf(IPodOwner workload)
    {
        var owner = (ApiObject)workload;
        if (!SelectorMatcher.TryCompile(workload.PodSelector ?? new LabelSelector(), out var matcher, out _)) return 0;
        return Store.List("Pod", owner.Namespace).Cast<Pod>()
            .Count(pod => (pod.IsActive || (owner is Job && pod.Status.Phase == PodPhase.Succeeded))
                && matcher.Matches(pod.Metadata.Labels));
    }

    private string? Fault(Pod pod)
    {
        if (pod.IsFinished || pod.IsReady) return null;
        if (!pod.IsAssigned)
        {
            return pod.Status.Scheduled is { Status: ConditionStatus.False, Reason.Length: > 0 }
                || pod.Spec.SchedulerName is { Length: > 0 } and not "default-scheduler"
                ? null
                : "is pending without a reason";
        }
        var isWaiting = PodReferences.MissingVolume(pod, Store.Find) is not null
            || pod.Spec.Containers.Any(container => PodReferences.MissingEnvironment(container, pod.Namespace, Store.Find) is not null);
        return isWaiting ? null : $"is on {pod.NodeName} and not ready";
    }
}
