using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>Whether stored Endpoints already say what the plan says.</summary>
internal static class EndpointsComparison
{
    public static bool IsUpToDate(Endpoints current, Service service, EndpointsPlan plan) =>
        SameSubsets(current.Subsets, plan.Subsets)
        && current.Metadata.Labels.SameAs(service.Metadata.Labels)
        && current.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.EndpointsHostnames) == plan.HostnamesAnnotation;

    /// <summary>The store hands out what was written, so an unchanged plan mostly meets its own instance.</summary>
    private static bool SameSubsets(IReadOnlyList<EndpointSubset> left, IReadOnlyList<EndpointSubset> right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(left[i].Ports, right[i].Ports)
                || !Same(left[i].Addresses, right[i].Addresses)
                || !Same(left[i].NotReadyAddresses, right[i].NotReadyAddresses)) return false;
        }

        return true;
    }

    private static bool Same<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : class, IEquatable<T>
    {
        if (left is AddressList kept && right is AddressList other) return kept.SameAs(other);
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i])) return false;
        }

        return true;
    }
}
