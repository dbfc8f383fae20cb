namespace Simulator.Api;

/// <summary>Annotation keys under which 1.3 keeps its alpha and beta features.</summary>
public static class WellKnownAnnotations
{
    public const string SchedulerName = "scheduler.alpha.kubernetes.io/name";
    public const string Affinity = "scheduler.alpha.kubernetes.io/affinity";
    public const string Tolerations = "scheduler.alpha.kubernetes.io/tolerations";
    public const string Taints = "scheduler.alpha.kubernetes.io/taints";
    public const string InitContainers = "pod.alpha.kubernetes.io/init-containers";
    public const string PodHostname = "pod.beta.kubernetes.io/hostname";
    public const string PodSubdomain = "pod.beta.kubernetes.io/subdomain";
    public const string PetInitialized = "pod.alpha.kubernetes.io/initialized";
    public const string TolerateUnreadyEndpoints = "service.alpha.kubernetes.io/tolerate-unready-endpoints";
    public const string EndpointsHostnames = "endpoints.beta.kubernetes.io/hostnames-map";
    public const string StorageClass = "volume.alpha.kubernetes.io/storage-class";
    public const string StorageClassBeta = "volume.beta.kubernetes.io/storage-class";
    public const string SelectedNode = "volume.kubernetes.io/selected-node";
    public const string PreferAvoidPods = "scheduler.alpha.kubernetes.io/preferAvoidPods";
    public const string BindCompleted = "pv.kubernetes.io/bind-completed";
    public const string BoundByController = "pv.kubernetes.io/bound-by-controller";
    public const string ProvisionedBy = "pv.kubernetes.io/provisioned-by";
    public const string DeploymentRevision = "deployment.kubernetes.io/revision";
    public const string RevisionHistory = "deployment.kubernetes.io/revision-history";
    public const string DesiredReplicas = "deployment.kubernetes.io/desired-replicas";
    public const string MaxReplicas = "deployment.kubernetes.io/max-replicas";
    public const string RollbackTo = "deprecated.deployment.rollback.to";
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";
    public const string MirrorPod = "kubernetes.io/config.mirror";
}
