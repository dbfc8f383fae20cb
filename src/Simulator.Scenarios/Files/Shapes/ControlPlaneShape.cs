using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The control plane of a cluster, configured with the flags of its programs.</summary>
internal static class ControlPlaneShape
{

    private static readonly KeysOf<ControlPlaneDraft> Key = new();

    public static Shape<ControlPlaneDraft> Value { get; } = new("controlPlane", new ControlPlaneDraft(),
    [
        Key.Class(
            "version", "version of Kubernetes, of its control plane and its kubelets", Forms.Choice(KubernetesVersions.Names),
            cursor => cursor.OneOf(KubernetesVersions.Names), o => o.Version.Name,
            (o, v) => o with { Version = KubernetesVersions.Find(v)! }),
        Key.Mapping("masters", "its machines", MastersShape.Value, (o, v) => o with { Masters = v }),
        Key.Group("apiserver", "flags of the API servers", ApiServerShape.Value, o => o.ApiServer, (o, v) => o with { ApiServer = v }),
        Key.Group("etcd", "flags of etcd", EtcdShape.Value, o => o.Etcd, (o, v) => o with { Etcd = v }),
        Key.Group("scheduler", "flags of kube-scheduler", SchedulerShape.Value, o => o.Scheduler, (o, v) => o with { Scheduler = v }),
        Key.Group(
            "controller-manager", "flags of kube-controller-manager", ControllerManagerShape.Value, o => o.ControllerManager,
            (o, v) => o with { ControllerManager = v }),
        Key.Group(
            "cluster-autoscaler", "the cluster autoscaler and its flags; without this key there is none", AutoscalerShape.Value,
            o => o.Autoscaler ?? new(), (o, v) => o with { Autoscaler = v }),
        Key.Group("kubelet", "flags of the kubelets", KubeletShape.Value, o => o.Kubelet, (o, v) => o with { Kubelet = v }),
    ]);
}
