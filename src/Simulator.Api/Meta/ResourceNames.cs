namespace Simulator.Api;

/// <summary>The resources that 1.3.10 counts.</summary>
public static class ResourceNames
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string Pods = "pods";
    public const string NvidiaGpu = "alpha.kubernetes.io/nvidia-gpu";

    /// <summary>The node's disk, as containers use it; 1.3 does not count it.</summary>
    public const string EphemeralStorage = "ephemeral-storage";

    /// <summary>Size of a volume.</summary>
    public const string Storage = "storage";

    // What quotas count beside them (pkg/api/types.go).
    public const string RequestsCpu = "requests.cpu";
    public const string RequestsMemory = "requests.memory";
    public const string LimitsCpu = "limits.cpu";
    public const string LimitsMemory = "limits.memory";
    public const string Services = "services";
    public const string LoadBalancers = "services.loadbalancers";
    public const string NodePorts = "services.nodeports";
    public const string ReplicationControllers = "replicationcontrollers";
    public const string Quotas = "resourcequotas";
    public const string Secrets = "secrets";
    public const string ConfigMaps = "configmaps";
    public const string Claims = "persistentvolumeclaims";
}
