using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>Puts a cluster's workloads where the real scheduler would have put them, running and ready at time zero.</summary>
/// <param name="placer">Answers for the scheduler.</param>
internal sealed class SettledStart(SimulatedCluster cluster, KubeletContext kubelets, ISettledPlacer placer)
{
    private readonly Func<string, ObjectKey, ApiObject?> _find = cluster.Store.Find;
    private readonly SettledStatus _status = new(kubelets);
    private readonly SettledVolumes _volumes = new(cluster);
    private readonly SettledClaims _claims = new(cluster, placer);

    private SettledForms Forms => cluster.Spec.Version.Settled;

    public void Place()
    {
        _claims.SettleAll();
        foreach (var kind in cluster.Scheduler.Watches)
        {
            foreach (var value in cluster.Store.List(kind)) Show(value);
        }

        // Whose users chose the node come first, so that the others are placed beside them and not over them.
        foreach (var pod in All<Pod>("Pod").Where(pod => pod.IsAssigned)) Run(pod);
        foreach (var pod in All<Pod>("Pod").Where(pod => !pod.IsAssigned)) Run(pod);
        foreach (var set in All<DaemonSet>("DaemonSet")) Fill(set);
        foreach (var controller in All<ReplicationController>("ReplicationController")) Fill(controller);
        foreach (var set in All<ReplicaSet>("ReplicaSet")) Fill(set);
        foreach (var deployment in All<Deployment>("Deployment")) Fill(deployment);
        foreach (var set in All<PetSet>("PetSet")) Fill(set);
        FirstAddresses.Put(cluster);
    }

    private void Show(ApiObject value)
    {
        if (value is not Pod) placer.Tell(value);
    }

    private List<T> All<T>(string kind)
        where T : ApiObject => [.. cluster.Store.List(kind).Cast<T>()];

    /// <summary>How many pods it has made, as far as admission lets it, and how many of them have found a node.</summary>
    private (int Replicas, int Running) Fill(ReplicaController controller)
    {
        var (pod, replicas, running) = (Forms.Pod(controller.Template, controller), 0, 0);
        while (replicas < controller.Replicas && cluster.Server.Review(pod, ClusterSpec.LongAgo) is { IsAdmitted: true } verdict)
        {
            replicas++;
            if (Run((Pod)verdict.Object)) running++;
        }

        cluster.Store.Put(controller with { Status = Forms.Status(controller, replicas, running) });
        return (replicas, running);
    }

    /// <summary>With the ReplicaSet, revision and status that its controller would have written, so that it finds nothing to do.</summary>
    private void Fill(Deployment deployment)
    {
        const string First = "1";
        var verdict =
            cluster.Server.Review(Forms.Set(deployment, First) with { Replicas = deployment.Replicas }, ClusterSpec.LongAgo);
        if (!verdict.IsAdmitted) return;
        var set = (ReplicaSet)cluster.Store.Put(verdict.Object);
        Show(set);
        var (replicas, running) = Fill(set);
        cluster.Store.Put(deployment with
        {
            Metadata = deployment.Metadata with
            {
                Annotations = deployment.Metadata.Annotations.With(WellKnownAnnotations.DeploymentRevision, First),
            },
            Status = new DeploymentStatus
            {
                ObservedGeneration = deployment.Metadata.Generation,
                Replicas = replicas,
                UpdatedReplicas = replicas,
                AvailableReplicas = running,
                UnavailableReplicas = deployment.Replicas - running,
            },
        });
    }

    private void Fill(DaemonSet set)
    {
        var pod = Forms.Pod(Forms.DaemonTemplate(set), set);
        var nodes = DaemonTargets.Of(set, All<Node>("Node"), All<Pod>("Pod"));
        var running = 0;
        foreach (var node in nodes)
        {
            var bound = pod with { Spec = pod.Spec with { NodeName = node } };
            if (cluster.Server.Review(bound, ClusterSpec.LongAgo) is not { IsAdmitted: true } verdict) continue;
            running++;
            Run((Pod)verdict.Object);
        }

        var status = new DaemonSetStatus { DesiredNumberScheduled = nodes.Count, CurrentNumberScheduled = running };
        cluster.Store.Put(set with { Status = status });
    }

    /// <summary>One after the other, each a second younger: the first that does not run, or that nobody initializes, is the last.</summary>
    private void Fill(PetSet set)
    {
        var settled = Forms.Pets(set);
        if (settled.Revision is { } revision && cluster.Server.Review(revision, ClusterSpec.LongAgo) is { IsAdmitted: true } known)
        {
            cluster.Store.Put(known.Object);
        }

        foreach (var claim in settled.Pets.SelectMany(pet => pet.Claims).Where(IsNew))
        {
            if (cluster.Server.Review(claim, ClusterSpec.LongAgo) is { IsAdmitted: true } admission)
            {
                _claims.Settle((PersistentVolumeClaim)admission.Object);
            }
        }

        cluster.Store.Put(set with { Status = settled.StatusOf(set, FillWith(settled.Pets)) });
    }

    /// <returns>How many run; where pets that wait for another are counted as well, nobody asks.</returns>
    private int FillWith(IReadOnlyList<SettledPet> pets)
    {
        for (var i = 0; i < pets.Count; i++)
        {
            var created = ClusterSpec.LongAgo - TimeSpan.FromSeconds(pets.Count - i);
            if (cluster.Server.Review(Initialized(pets[i].Pod), created) is not { IsAdmitted: true } verdict) return i;
            if (!Run((Pod)verdict.Object) || !PetHealth.IsInitialized(verdict.Object.Metadata.Annotations)) return i;
        }

        return pets.Count;
    }

    /// <summary>Users may have made claims that pets are to find.</summary>
    private bool IsNew(PersistentVolumeClaim claim) => cluster.Store.Find(claim.Kind, claim.Key) is null;

    /// <summary>The human who looks after the pets has been there long ago.</summary>
    private Pod Initialized(Pod pet) => kubelets.ApplicationOf(pet).InitializedAfter is null
        ? pet
        : pet with
        {
            Metadata = pet.Metadata with { Annotations = pet.Metadata.Annotations.With(WellKnownAnnotations.PetInitialized, "true") },
        };

    private bool HasAllItReads(Pod pod) =>
        PodReferences.MissingVolume(pod, _find) is null && !LacksEnvironment(pod);

    private bool LacksEnvironment(Pod pod)
    {
        var containers = pod.Spec.Containers;
        for (var i = 0; i < containers.Count; i++)
        {
            if (PodReferences.MissingEnvironment(containers[i], pod.Namespace, _find) is not null) return true;
        }

        return false;
    }

    private string? HostOf(Pod pod)
    {
        if (pod.IsAssigned) return cluster.Topology.Find(pod.NodeName)?.Name;
        return HasAllItReads(pod) && !AwaitsVolume(pod) ? placer.HostOf(pod) : null;
    }

    /// <summary>Where volumes come in classes, a pod gets its node only once all its claims have theirs (PreBind).</summary>
    private bool AwaitsVolume(Pod pod) => cluster.Spec.Version.Volumes == VolumeMatching.ByClass
        && AttachableVolume.MayBeUsedBy(pod) && VolumesOfPod.UnboundClaim(pod, cluster.Store.Find) is not null;

    /// <summary>If no node fits, or a ConfigMap or Secret is missing, the pod stays pending, and the loop tries again in the run.</summary>
    /// <returns>It runs and is ready.</returns>
    private bool Run(Pod pod)
    {
        var host = HostOf(pod);
        if (host is null)
        {
            cluster.Store.Put(pod);
            return false;
        }

        if (!cluster.Topology.Find(host)!.IsConnected)
        {
            Mourn(pod, host);
            return false;
        }

        if (AttachableVolume.MayBeUsedBy(pod) && !_volumes.CanAttach(pod, host))
        {
            Wait(pod, host);
            return false;
        }

        var running = (Pod)cluster.Store.Put(pod with { Spec = pod.Spec with { NodeName = host }, Status = _status.Of(pod) });
        placer.Tell(running);
        if (AttachableVolume.MayBeUsedBy(pod)) _volumes.Attach(running);
        cluster.Topology.Find(host)!.Kubelet.Adopt(running);
        return running.IsReady;
    }

    /// <summary>It has its node, and its kubelet has just taken it.</summary>
    private void Wait(Pod pod, string host)
    {
        var status = new PodStatus { Scheduled = new Condition(ConditionStatus.True, "", ClusterSpec.LongAgo) };
        var waiting = (Pod)cluster.Store.Put(pod with { Spec = pod.Spec with { NodeName = host }, Status = status });
        placer.Tell(waiting);
        cluster.Topology.Find(host)!.Kubelet.Deliver(new WatchEvent(WatchEventType.Added, waiting, null));
    }

    /// <summary>
    /// Its node died long ago: a daemon's pod is never evicted, and says Running to this day (markAllPodsNotReady has seen to its
    /// condition).
    /// </summary>
    private void Mourn(Pod pod, string host)
    {
        var status = _status.Of(pod);
        var dead = pod with
        {
            Spec = pod.Spec with { NodeName = host },
            Status = status with { Ready = status.Ready! with { Status = ConditionStatus.False } },
        };
        var stored = cluster.Store.Put(dead);
        placer.Tell(stored);
    }
}
