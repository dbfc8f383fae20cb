using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>
/// Puts a cluster's objects and pods where somebody found them: nothing is decided, so that its programs find a cluster that they could
/// have left behind.
/// </summary>
internal sealed class FoundStart(SimulatedCluster cluster, KubeletContext kubelets)
{
    private readonly SettledVolumes _volumes = new(cluster);
    private readonly FoundOwners _owners = new(cluster.Store, cluster.Spec.Version.Settled);
    private readonly FoundStatus _status = new(kubelets);
    private long _uids;

    public void Place()
    {
        var found = cluster.Spec.Found;
        foreach (var value in found.Objects.OrderBy(value => value is not Namespace)) cluster.Store.Put(LongKnown(value));
        FoundReferences.Mend(cluster.Store);
        new SettledClaims(cluster, new SchedulerPlacer(cluster.Scheduler)).SettleBound();
        foreach (var kind in cluster.Scheduler.Watches)
        {
            foreach (var value in cluster.Store.List(kind)) Show(value);
        }

        foreach (var pod in found.Pods) Place(pod);
        _owners.WriteStatuses();
        foreach (var quota in cluster.Store.List("ResourceQuota").Cast<ResourceQuota>().ToList()) Count(quota);
        FirstAddresses.Put(cluster);
        new StaticPods(cluster).Begin();
    }

    private ApiObject LongKnown(ApiObject value) => WithBalancer(value) with
    {
        Metadata = value.Metadata with
        {
            Uid = value.Metadata.Uid.Length > 0 ? value.Metadata.Uid : $"found-{++_uids}",
            CreationTimestamp = ClusterSpec.LongAgo,
            DeletionTimestamp = null,
            Generation = 1,
        },
    };

    private ApiObject WithBalancer(ApiObject value) =>
        value is Service { Type: "LoadBalancer" } service && cluster.Spec.ControllerManager.CloudProvider
            ? cluster.Cloud.Adopt(service)
            : value;

    private void Show(ApiObject value)
    {
        if (value is not Pod) cluster.Scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), ClusterSpec.LongAgo);
    }

    private void Place(FoundPod found)
    {
        var machine = found.Node.Length > 0 ? cluster.Topology.Find(found.Node) : null;
        var pod = _owners.Owned(found);
        pod = pod with
        {
            Metadata = pod.Metadata with { Uid = $"found-{++_uids}" },
            Spec = Ranked(machine is null ? pod.Spec : pod.Spec with { NodeName = found.Node }),
            Status = machine is null ? pod.Status with { Scheduled = null } : _status.Of(pod),
        };
        if (machine is { IsConnected: false }) pod = _status.OfSilentNode(pod);
        var stored = (Pod)cluster.Store.Put(pod);
        _owners.Count(found, stored);
        if (machine is null) return;
        cluster.Scheduler.Deliver(new WatchEvent(WatchEventType.Added, stored, null), ClusterSpec.LongAgo);
        if (stored.IsFinished) return;
        Attach(stored, machine);
        if (machine.IsConnected) Run(found, stored, machine.Kubelet);
        else if (found.IsTerminating) cluster.Store.Put(Terminating(stored));
    }

    /// <summary>With the rank of its class, where admission has given it one.</summary>
    private PodSpec Ranked(PodSpec spec)
    {
        if (!cluster.Spec.AdmissionPlugins.Contains(AdmissionPlugin.Priority) || spec.Placement?.Priority is not null) return spec;
        var name = spec.Placement?.PriorityClassName ?? "";
        var named = name.Length > 0
            ? cluster.Store.Find<PriorityClass>("PriorityClass", new ObjectKey("", name)) ?? PriorityClasses.OfSystem(name)
            : PriorityClasses.DefaultOf(cluster.Store.List("PriorityClass").Cast<PriorityClass>());
        return named is null ? spec : PriorityRule.Apply(spec, named);
    }

    private void Run(FoundPod found, Pod pod, Kubelet kubelet)
    {
        if (pod.Status.Phase == PodPhase.Running && pod.IsReady) kubelet.AdoptForGood(pod);
        else if (pod.Status.Phase == PodPhase.Running || found.IsStuck) kubelet.Hold(pod);
        else kubelet.Deliver(new WatchEvent(WatchEventType.Added, pod, null));
        if (!found.IsTerminating) return;
        kubelet.Deliver(new WatchEvent(WatchEventType.Modified, cluster.Store.Put(Terminating(pod)), pod));
    }

    private static Pod Terminating(Pod pod) => pod with
    {
        Metadata = pod.Metadata with
        {
            DeletionTimestamp = Instant.Start + pod.Spec.TerminationGracePeriod,
            DeletionGracePeriodSeconds = (long)pod.Spec.TerminationGracePeriod.TotalSeconds,
        },
    };

    /// <summary>A disk that cannot be where its pod is (two nodes that write to it) is left where it is.</summary>
    private void Attach(Pod pod, SimulatedNode machine)
    {
        if (AttachableVolume.MayBeUsedBy(pod) && _volumes.CanAttach(pod, machine.Name)) _volumes.Attach(pod);
    }

    private void Count(ResourceQuota quota)
    {
        var counted = QuotaCount.KindsOf(quota).SelectMany(kind => cluster.Store.List(kind, quota.Namespace));
        cluster.Store.Put(quota with { Status = QuotaCount.StatusOf(quota, counted) });
    }
}
