using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Admission;

/// <summary>Pods that have not finished count one each, with their requests and limits (evaluator/core/pods.go of 1.3.10).</summary>
internal sealed class PodUsage : IQuotaEvaluator
{
    private static readonly KeyValuePair<string, Quantity> OnePod = new(ResourceNames.Pods, Quantity.FromUnits(1));

    public string Kind => "Pod";

    public IReadOnlyList<string> Resources { get; } =
    [
        ResourceNames.Pods, ResourceNames.Cpu, ResourceNames.Memory, ResourceNames.RequestsCpu, ResourceNames.RequestsMemory,
        ResourceNames.LimitsCpu, ResourceNames.LimitsMemory,
    ];

    public ResourceList UsageOf(ApiObject value)
    {
        var pod = (Pod)value;
        if (pod.IsFinished) return ResourceList.Empty;
        var (requests, limits) = (ResourceList.Empty, ResourceList.Empty);
        foreach (var container in pod.Spec.Containers)
        {
            (requests, limits) = (requests.Plus(container.Requests), limits.Plus(container.Limits));
        }
        foreach (var container in pod.Spec.InitContainers)
        {
            (requests, limits) = (requests.AtLeast(container.Requests), limits.AtLeast(container.Limits));
        }
        return UsageOf(requests, limits);
    }

    public bool IsInScope(QuotaScope scope, ApiObject value) => scope switch
    {
        QuotaScope.Terminating => ((Pod)value).Spec.ActiveDeadline is not null,
        QuotaScope.NotTerminating => ((Pod)value).Spec.ActiveDeadline is null,
        QuotaScope.BestEffort => PodFacts.Of(((Pod)value).Spec).IsBestEffort,
        _ => !PodFacts.Of(((Pod)value).Spec).IsBestEffort,
    };

    /// <summary>Every container has to say it: there are no requests of pods as a whole.</summary>
    public IReadOnlyList<string> Missing(ApiObject value, IReadOnlyList<string> constrained)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var container in ((Pod)value).Spec.Containers) AddMissing(container, constrained, missing);
        foreach (var container in ((Pod)value).Spec.InitContainers) AddMissing(container, constrained, missing);
        return [.. missing];
    }

    private static void AddMissing(Container container, IReadOnlyList<string> constrained, SortedSet<string> missing)
    {
        var named = UsageOf(container.Requests, container.Limits);
        foreach (var name in constrained)
        {
            if (!named.Has(name)) missing.Add(name);
        }
    }

    /// <summary>cpu and memory are other names of the requests.</summary>
    private static ResourceList UsageOf(ResourceList requests, ResourceList limits)
    {
        List<KeyValuePair<string, Quantity>> usage = [OnePod];
        if (requests.TryGet(ResourceNames.Cpu, out var cpu))
        {
            usage.AddRange([new(ResourceNames.Cpu, cpu), new(ResourceNames.RequestsCpu, cpu)]);
        }
        if (requests.TryGet(ResourceNames.Memory, out var memory))
        {
            usage.AddRange([new(ResourceNames.Memory, memory), new(ResourceNames.RequestsMemory, memory)]);
        }
        if (limits.TryGet(ResourceNames.Cpu, out var cpuLimit)) usage.Add(new(ResourceNames.LimitsCpu, cpuLimit));
        if (limits.TryGet(ResourceNames.Memory, out var memoryLimit)) usage.Add(new(ResourceNames.LimitsMemory, memoryLimit));
        return ResourceList.Of(usage);
    }
}
