using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>What pods ask for.</summary>
public static class Requests
{
    /// <summary>The sum over a pod's containers: thousandths for cpu, bytes for memory, whole numbers for all other resources.</summary>
    public static long Of(Pod pod, string resource)
    {
        var sum = 0L;
        foreach (var container in pod.Spec.Containers) sum += Amount(container.Requests, resource);
        return sum;
    }

    /// <summary>An amount in the units of <see cref="Of"/>; 0 where it is absent.</summary>
    public static long Amount(ResourceList resources, string resource) =>
        resource == ResourceNames.Cpu ? resources.MilliValue(resource) : resources.Value(resource);
}
