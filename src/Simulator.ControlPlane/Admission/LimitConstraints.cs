using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>What a container, or a pod taken together, asks for.</summary>
internal readonly record struct ContainerResources(ResourceList Requests, ResourceList Limits);

/// <summary>One item of a LimitRange held against resources, in the words of 1.3.10; resources in name order (Go: random).</summary>
internal static class LimitConstraints
{
    public static void Check(LimitRangeItem item, ContainerResources resources, List<string> faults)
    {
        foreach (var (name, min) in item.Min.Amounts) Add(faults, BelowMin(item.Type, name, min, resources));
        foreach (var (name, max) in item.Max.Amounts) Add(faults, AboveMax(item.Type, name, max, resources));
        foreach (var (name, ratio) in item.MaxLimitRequestRatio.Amounts) Add(faults, AboveRatio(item.Type, name, ratio, resources));
    }

    private static void Add(List<string> faults, string? fault)
    {
        if (fault is not null) faults.Add(fault);
    }

    private static string? BelowMin(LimitType type, string name, Quantity min, ContainerResources resources)
    {
        if (!resources.Requests.TryGet(name, out var request))
        {
            return $"minimum {name} usage per {type} is {min}.  No request is specified.";
        }
        if (request.CompareTo(min) < 0) return $"minimum {name} usage per {type} is {min}, but request is {request}.";
        return resources.Limits.TryGet(name, out var limit) && limit.CompareTo(min) < 0
            ? $"minimum {name} usage per {type} is {min}, but limit is {limit}."
            : null;
    }

    private static string? AboveMax(LimitType type, string name, Quantity max, ContainerResources resources)
    {
        if (!resources.Limits.TryGet(name, out var limit)) return $"maximum {name} usage per {type} is {max}.  No limit is specified.";
        if (limit.CompareTo(max) > 0) return $"maximum {name} usage per {type} is {max}, but limit is {limit}.";
        return resources.Requests.TryGet(name, out var request) && request.CompareTo(max) > 0
            ? $"maximum {name} usage per {type} is {max}, but request is {request}."
            : null;
    }

    private static string? AboveRatio(LimitType type, string name, Quantity most, ContainerResources resources)
    {
        var (request, limit) = (resources.Requests.AmountOf(name), resources.Limits.AmountOf(name));
        if (request.Nanos == 0)
        {
            return $"{name} max limit to request ratio per {type} is {most}, but no request is specified or request is 0.";
        }
        if (limit.Nanos == 0) return $"{name} max limit to request ratio per {type} is {most}, but no limit is specified or limit is 0.";
        var ratio = (double)limit.MilliValue / request.MilliValue;
        return ratio * 1000 > most.MilliValue
            ? string.Create(
                CultureInfo.InvariantCulture, $"{name} max limit to request ratio per {type} is {most}, but provided ratio is {ratio:F6}.")
            : null;
    }
}
