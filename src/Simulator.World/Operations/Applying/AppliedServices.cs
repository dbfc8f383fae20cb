using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>Services: ports one by one, known by their number.</summary>
internal static class AppliedServices
{
    public static Service Merge(Service stored, Service wanted, Claims spec)
    {
        var selector = spec.Merge("selector", stored.Selector ?? LabelSet.Empty, wanted.Selector ?? LabelSet.Empty);
        return stored with
        {
            Selector = selector.Count == 0 ? null : selector,
            Ports = spec.Merge("ports", "port", stored.Ports, wanted.Ports, port => $"{port.Port}", Port),
            Type = spec.Choose("type", stored.Type, wanted.Type),
            ClusterIP = spec.Choose("clusterIP", stored.ClusterIP, wanted.ClusterIP),
            ExternalName = spec.Choose("externalName", stored.ExternalName, wanted.ExternalName),
            ExternalIPs = spec.Choose("externalIPs", stored.ExternalIPs, wanted.ExternalIPs),
            LoadBalancerSourceRanges =
                spec.Choose("loadBalancerSourceRanges", stored.LoadBalancerSourceRanges, wanted.LoadBalancerSourceRanges),
            SessionAffinity = spec.Choose("sessionAffinity", stored.SessionAffinity, wanted.SessionAffinity),
        };
    }

    private static ServicePort Port(ServicePort stored, ServicePort wanted, Claims port) => new(
        port.Choose("name", stored.Name, wanted.Name),
        stored.Port,
        port.Choose("protocol", stored.Protocol, wanted.Protocol),
        port.Choose("targetPort", stored.TargetPort, wanted.TargetPort),
        port.Choose("nodePort", stored.NodePort, wanted.NodePort))
    {
        IsTargetText = port.Choose("targetPort", stored.IsTargetText, wanted.IsTargetText),
    };
}
