using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// Gives the containers of a pod the defaults of a LimitRange and holds the pod against it (PodLimitFunc in
/// plugin/pkg/admission/limitranger of 1.3.10).
/// </summary>
public static class LimitRangeRule
{
    /// <summary>The spec with defaults (the same instance if nothing was missing), and what it breaks: "" if nothing.</summary>
    public static (PodSpec Spec, string Faults) Apply(LimitRange range, PodSpec spec)
    {
        var defaulted = LimitDefaults.Fill(range, spec);
        List<string> faults = [];
        foreach (var item in range.Limits)
        {
            if (item.Type == LimitType.Pod) LimitConstraints.Check(item, ResourcesOf(defaulted), faults);
            else CheckContainers(item, defaulted, faults);
        }

        return (defaulted, Joined(faults));
    }

    private static void CheckContainers(LimitRangeItem item, PodSpec spec, List<string> faults)
    {
        foreach (var container in spec.Containers) LimitConstraints.Check(item, new(container.Requests, container.Limits), faults);
        foreach (var container in spec.InitContainers) LimitConstraints.Check(item, new(container.Requests, container.Limits), faults);
    }

    /// <summary>The sum of the containers, but at least the largest init container.</summary>
    private static ContainerResources ResourcesOf(PodSpec spec)
    {
        var requests = SumOfShared(spec.Containers, static container => container.Requests);
        var limits = SumOfShared(spec.Containers, static container => container.Limits);
        foreach (var container in spec.InitContainers)
        {
            requests = requests.AtLeast(container.Requests);
            limits = limits.AtLeast(container.Limits);
        }

        return new(requests, limits);
    }

    /// <summary>Quirk: a resource that one of the containers does not name is not in the sum at all.</summary>
    private static ResourceList SumOfShared(IReadOnlyList<Container> containers, Func<Container, ResourceList> part)
    {
        var sum = containers.Count == 0 ? ResourceList.Empty : part(containers[0]);
        for (var i = 1; i < containers.Count; i++)
        {
            var (soFar, next) = (sum, part(containers[i]));
            sum = soFar.Plus(next).Only(name => soFar.Has(name) && next.Has(name));
        }

        return sum;
    }

    /// <summary>One error stands for itself, several are listed (utilerrors.NewAggregate).</summary>
    private static string Joined(List<string> faults) => faults.Count switch
    {
        0 => "",
        1 => faults[0],
        _ => $"[{string.Join(", ", faults)}]",
    };
}
