using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>What containers get from a LimitRange where they do not say (mergeContainerResources of 1.3.10).</summary>
internal static class LimitDefaults
{
    /// <summary>The same instance if nothing is missing, so that pods of one template stay one class.</summary>
    public static PodSpec Fill(LimitRange range, PodSpec spec)
    {
        var (requests, limits) = (ResourceList.Empty, ResourceList.Empty);
        foreach (var item in range.Limits)
        {
            if (item.Type != LimitType.Container) continue;
            (requests, limits) = (item.DefaultRequest.OrElse(requests), item.Default.OrElse(limits));
        }

        var containers = Fill(spec.Containers, requests, limits);
        var initContainers = Fill(spec.InitContainers, requests, limits);
        if (ReferenceEquals(containers, spec.Containers) && ReferenceEquals(initContainers, spec.InitContainers)) return spec;
        return spec with { Containers = containers, InitContainers = initContainers };
    }

    private static IReadOnlyList<Container> Fill(IReadOnlyList<Container> containers, ResourceList requests, ResourceList limits)
    {
        var filled = new Container[containers.Count];
        var isSame = true;
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = Fill(containers[i], requests, limits);
            isSame &= ReferenceEquals(filled[i], containers[i]);
        }

        return isSame ? containers : filled;
    }

    private static Container Fill(Container container, ResourceList requests, ResourceList limits)
    {
        if (HasAll(container.Requests, requests) && HasAll(container.Limits, limits)) return container;
        return container with { Requests = container.Requests.OrElse(requests), Limits = container.Limits.OrElse(limits) };
    }

    private static bool HasAll(ResourceList amounts, ResourceList defaults)
    {
        foreach (var (name, _) in defaults.Amounts)
        {
            if (!amounts.Has(name)) return false;
        }

        return true;
    }
}
