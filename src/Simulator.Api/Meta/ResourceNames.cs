namespace Simulator.Api;

/// <summary>The resources that 1.3.10 counts.</summary>
public static class ResourceNames
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string Pods = "pods";
    public const string NvidiaGpu = "alpha.kubernetes.io/nvidia-gpu";
}
