using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>What a pod asks for, worked out once a template: pods made from one template share their container list.</summary>
/// <remarks>calculateResource of framework/types.go, and resource_allocation.go for scorers (1.20).</remarks>
public sealed class PodDemand
{
    /// <summary>Stands in for an absent cpu request in scores.</summary>
    private const long DefaultMilliCpu = 100;

    /// <summary>Stands in for an absent memory request in scores, 200 MiB.</summary>
    private const long DefaultMemory = 200L * 1024 * 1024;

    private static readonly ConditionalWeakTable<IReadOnlyList<Container>, PodDemand> ByContainers = [];

    private readonly PodSpec _spec;

    private readonly ResourceList _overhead;

    private PodDemand(PodSpec spec, ResourceList overhead)
    {
        (_spec, _overhead) = (spec, overhead);
        foreach (var container in spec.Containers) Amounts.Add(container.Requests);
        foreach (var container in spec.InitContainers) Amounts.Raise(container.Requests);
        Amounts.Add(overhead);
        (var cpu, var memory) = (Guessed(ResourceNames.Cpu), Guessed(ResourceNames.Memory));
        NonZeroMilliCpu = cpu + (overhead.TryGet(ResourceNames.Cpu, out var extra) ? GoAmount.Milli(extra) : 0);
        NonZeroMemory = memory + overhead.Value(ResourceNames.Memory);
        (OwnMilliCpu, OwnMemory) = (cpu + overhead.Value(ResourceNames.Cpu), NonZeroMemory);
        Ports = [.. spec.Containers.SelectMany(container => container.Ports).Where(port => port.HostPort > 0).Select(HostPort.Of)];
    }

    /// <summary>For filters and for the sums of its node.</summary>
    public Amounts Amounts { get; } = new();

    /// <summary>For the scores of its node once it is there: a guess where a container does not say.</summary>
    public long NonZeroMilliCpu { get; }

    /// <summary>Bytes, as <see cref="NonZeroMilliCpu"/>.</summary>
    public long NonZeroMemory { get; }

    /// <summary>For its own scores: as <see cref="NonZeroMilliCpu"/>, but overhead counts in whole cores taken as thousandths.</summary>
    public long OwnMilliCpu { get; }

    /// <summary>Bytes.</summary>
    public long OwnMemory { get; }

    public HostPort[] Ports { get; }

    public static PodDemand Of(PodSpec spec)
    {
        var overhead = spec.Placement?.Overhead ?? ResourceList.Empty;
        var isKnown = ByContainers.TryGetValue(spec.Containers, out var demand);
        if (isKnown && ReferenceEquals(demand!._spec.InitContainers, spec.InitContainers) && ReferenceEquals(demand._overhead, overhead))
        {
            return demand;
        }

        demand = new PodDemand(spec, overhead);
        ByContainers.AddOrUpdate(spec.Containers, demand);
        return demand;
    }

    /// <summary>What the scores of any resource count for the pod itself; cpu in thousandths.</summary>
    public long Own(string resource) => resource switch
    {
        ResourceNames.Cpu => OwnMilliCpu,
        ResourceNames.Memory => OwnMemory,
        _ => Guessed(resource) + _overhead.Value(resource),
    };

    private long Guessed(string resource)
    {
        var sum = 0L;
        foreach (var container in _spec.Containers) sum += Guessed(container.Requests, resource);
        foreach (var container in _spec.InitContainers) sum = Math.Max(sum, Guessed(container.Requests, resource));
        return sum;
    }

    private static long Guessed(ResourceList requests, string resource) => resource switch
    {
        ResourceNames.Cpu => requests.TryGet(resource, out var cpu) ? GoAmount.Milli(cpu) : DefaultMilliCpu,
        ResourceNames.Memory => requests.TryGet(resource, out var memory) ? memory.Value : DefaultMemory,
        ResourceNames.EphemeralStorage => requests.Value(resource),
        _ => ResourceKinds.IsScalar(resource) ? requests.Value(resource) : 0,
    };
}
