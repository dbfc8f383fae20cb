using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers;

namespace Simulator.World;

/// <summary>Puts a cluster's workloads where the real scheduler would have put them, running and ready at time zero.</summary>
internal sealed class SettledStart(SimulatedCluster cluster, KubeletContext kubelets)
{
    private readonly Dictionary<int, int[]> _noRestarts = [];

    public void Place()
    {
        foreach (var kind in cluster.Scheduler.Watches)
        {
            foreach (var value in cluster.Store.List(kind)) Show(value);
        }

        foreach (var pod in cluster.Store.List("Pod").Cast<Pod>().ToList()) Run(pod);
        foreach (var controller in cluster.Store.List("ReplicationController").Cast<ReplicationController>().ToList()) Fill(controller);
        var pods = cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod.IsAssigned).ToLookup(pod => (pod.Namespace, pod.Metadata.Labels));
        foreach (var service in cluster.Store.List("Service").Cast<Service>().ToList()) Serve(service, pods);
    }

    private void Show(ApiObject value)
    {
        if (value is Pod) return;
        cluster.Scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), SimulatedCluster.LongAgo);
    }

    private void Fill(ReplicationController controller)
    {
        var replicas = 0;
        while (replicas < controller.Replicas && cluster.Server.Review(PodOf(controller)) is { IsAdmitted: true } verdict)
        {
            Run((Pod)cluster.Server.Admit(verdict.Object, SimulatedCluster.LongAgo));
            replicas++;
        }

        var status = new ReplicaStatus
        {
            Replicas = replicas,
            FullyLabeledReplicas = replicas,
            ObservedGeneration = controller.Metadata.Generation,
        };
        cluster.Store.Put(controller with { Status = status });
    }

    private bool HasAllItReads(Pod pod) =>
        PodReferences.MissingVolume(pod, cluster.Store.Find) is null
        && pod.Spec.Containers.All(container => PodReferences.MissingEnvironment(container, pod.Namespace, cluster.Store.Find) is null);

    /// <summary>If no node fits, or a ConfigMap or Secret is missing, the pod stays pending, and the loop tries again in the run.</summary>
    private void Run(Pod pod)
    {
        var host = !pod.IsAssigned && !HasAllItReads(pod) ? null : pod.IsAssigned ? cluster.Topology.Find(pod.NodeName)?.Name : cluster.Scheduler.Settle(pod).Host?.Name;
        if (host is null)
        {
            cluster.Store.Put(pod);
            return;
        }

        var running = (Pod)cluster.Store.Put(pod with { Spec = pod.Spec with { NodeName = host }, Status = RunningStatus(pod) });
        cluster.Topology.Find(host)!.Kubelet.Adopt(running);
    }

    private PodStatus RunningStatus(Pod pod)
    {
        var condition = new Condition(ConditionStatus.True, "", SimulatedCluster.LongAgo);
        return new PodStatus
        {
            Phase = PodPhase.Running,
            PodIP = kubelets.NewPodIp(),
            StartTime = SimulatedCluster.LongAgo,
            Scheduled = condition,
            Ready = condition,
            ContainerRestarts = NoRestarts(pod.Spec.Containers.Count),
        };
    }

    /// <summary>One instance for all pods with so many containers.</summary>
    private IReadOnlyList<int> NoRestarts(int containers)
    {
        if (!_noRestarts.TryGetValue(containers, out var restarts)) _noRestarts.Add(containers, restarts = new int[containers]);
        return restarts;
    }

    /// <summary>Pods of one template share their labels, so a selector is asked once a template.</summary>
    private void Serve(Service service, ILookup<(string Namespace, LabelSet Labels), Pod> pods)
    {
        if (service.Selector is not { } selector) return;
        var selected = pods.Where(group => group.Key.Namespace == service.Namespace && selector.IsSubsetOf(group.Key.Labels)).SelectMany(group => group);
        var plan = EndpointsPlan.For(service, selected);
        cluster.Store.Put(new Endpoints { Metadata = new ObjectMeta { Name = service.Name, Namespace = service.Namespace }, Subsets = plan.Subsets });
    }

    private static Pod PodOf(ReplicationController controller) => new()
    {
        Metadata = new ObjectMeta
        {
            GenerateName = $"{controller.Name}-",
            Namespace = controller.Namespace,
            Labels = controller.Template.Labels,
            Annotations = controller.Template.Annotations,
        },
        Spec = controller.Template.Spec,
    };
}
