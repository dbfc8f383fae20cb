using Simulator.Api;
using Simulator.World.Metrics;

namespace Simulator.Tests.Stories;

/// <summary>What stories of autoscalers share.</summary>
internal static class Autoscalers
{
    /// <summary>Of a replication controller of the default namespace; half of the request is aimed at.</summary>
    public static HorizontalPodAutoscaler Of(string controller, int max, int min = 1) => new()
    {
        Metadata = new ObjectMeta { Name = controller, Namespace = "default" },
        TargetKind = "ReplicationController",
        TargetName = controller,
        MinReplicas = min,
        MaxReplicas = max,
        TargetCpuUtilization = 50,
    };

    /// <summary>Every ready pod uses as much as is set.</summary>
    internal sealed class SetUsage : IPodUsage
    {
        public double Milli { get; set; }

        public double MilliCpu(Pod pod) => pod.IsReady ? Milli : 0;


        public double CoreSeconds(Pod pod) => throw new NotSupportedException("Only averages ask for it.");

        public long MemoryBytes(Pod pod) => 0;
    }
}
