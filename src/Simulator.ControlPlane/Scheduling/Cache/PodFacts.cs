using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>
/// What the scheduler counts of a pod, worked out once per template: pods made from one template share their container list.
/// </summary>
public sealed class PodFacts
{
    /// <summary>Stands in for an absent CPU request in priorities (non_zero.go).</summary>
    private const long DefaultMilliCpu = 100;

    /// <summary>Stands in for an absent memory request in priorities, 200 MiB (non_zero.go).</summary>
    private const long DefaultMemory = 200L * 1024 * 1024;

    private static readonly ConditionalWeakTable<IReadOnlyList<Container>, PodFacts> ByContainers = [];

    private readonly IReadOnlyList<Container> _initContainers;

    private PodFacts(PodSpec spec)
    {
        _initContainers = spec.InitContainers;
        foreach (var container in spec.Containers) Count(container);
        (NewMilliCpu, NewMemory) = (MilliCpu, Memory);
        foreach (var container in spec.InitContainers)
        {
            NewMilliCpu = Math.Max(NewMilliCpu, container.Requests.MilliValue(ResourceNames.Cpu));
            NewMemory = Math.Max(NewMemory, container.Requests.Value(ResourceNames.Memory));
        }

        HostPorts = [.. spec.Containers.SelectMany(c => c.Ports).Select(p => p.HostPort).Where(p => p != 0).Distinct()];
        IsBestEffort = !spec.Containers.Any(c => AsksForAnything(c.Requests) || AsksForAnything(c.Limits));
    }

    /// <summary>Sum over the containers, as it counts on a node once the pod is there.</summary>
    public long MilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long Memory { get; private set; }

    public long Gpu { get; private set; }

    /// <summary>What is really asked for: <see cref="MilliCpu"/>, but capped where the int64 of 1.3.10 wraps around.</summary>
    public long AskedMilliCpu { get; private set; }

    /// <summary>As <see cref="AskedMilliCpu"/>, bytes.</summary>
    public long AskedMemory { get; private set; }

    /// <summary>As <see cref="MilliCpu"/>, 100 for each container that does not say; priorities only.</summary>
    public long NonZeroMilliCpu { get; private set; }

    /// <summary>As <see cref="Memory"/>, 200 MiB for each container that does not say; priorities only.</summary>
    public long NonZeroMemory { get; private set; }

    /// <summary>What the pod needs to be placed: at least its largest init container (GPUs of init containers do not count).</summary>
    public long NewMilliCpu { get; }

    /// <summary>As <see cref="NewMilliCpu"/>, bytes.</summary>
    public long NewMemory { get; }

    /// <summary>Distinct host ports; protocol and address do not matter in 1.3.</summary>
    public int[] HostPorts { get; }

    /// <summary>No container has any request or limit above zero.</summary>
    public bool IsBestEffort { get; }

    public static PodFacts Of(PodSpec spec)
    {
        var isKnown = ByContainers.TryGetValue(spec.Containers, out var facts);
        if (isKnown && ReferenceEquals(facts!._initContainers, spec.InitContainers)) return facts;
        facts = new PodFacts(spec);
        ByContainers.AddOrUpdate(spec.Containers, facts);
        return facts;
    }

    private static bool AsksForAnything(ResourceList resources)
    {
        foreach (var (_, amount) in resources.Amounts)
        {
            if (amount.Nanos > 0) return true;
        }

        return false;
    }

    private void Count(Container container)
    {
        var requests = container.Requests;
        MilliCpu += requests.MilliValue(ResourceNames.Cpu);
        Memory += requests.Value(ResourceNames.Memory);
        AskedMilliCpu = CappedSum.Of(AskedMilliCpu, requests.MilliValue(ResourceNames.Cpu));
        AskedMemory = CappedSum.Of(AskedMemory, requests.Value(ResourceNames.Memory));
        Gpu += requests.Value(ResourceNames.NvidiaGpu);
        NonZeroMilliCpu += requests.TryGet(ResourceNames.Cpu, out var cpu) ? cpu.MilliValue : DefaultMilliCpu;
        NonZeroMemory += requests.TryGet(ResourceNames.Memory, out var memory) ? memory.Value : DefaultMemory;
    }

    /// <summary>As Go adds: beyond an int64 the sum wraps around.</summary>
    public static long Sum(IReadOnlyList<PodFacts> pods, Func<PodFacts, long> amount) =>
        pods.Aggregate(0L, (sum, facts) => unchecked(sum + amount(facts)));
}
