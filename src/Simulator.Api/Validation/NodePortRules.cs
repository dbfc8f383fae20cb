using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// What services show outside the cluster (ValidateService in pkg/api/validation/validation.go, and the allocator of node ports in
/// pkg/registry/service/rest.go of 1.3.10).
/// </summary>
internal static class NodePortRules
{
    private static readonly FieldPath Ports = FieldPath.Spec.Child("ports");

    public static void Check(Service service, FieldErrors errors)
    {
        if (service.Type == "LoadBalancer") CheckProtocols(service, errors);
        if (service.Type == "ClusterIP") RefuseNodePorts(service, errors);
        var taken = new HashSet<(string Protocol, int Port)>();
        for (var i = 0; i < service.Ports.Count; i++)
        {
            var port = service.Ports[i];
            if (port.NodePort != 0 && !taken.Add((port.Protocol, port.NodePort)))
                errors.Duplicate(Ports.Index(i).Child("nodePort"), port.NodePort);
        }
    }

    /// <summary>Asked only of a service that is valid otherwise (--service-node-port-range at its default).</summary>
    public static void CheckRange(Service service, FieldErrors errors)
    {
        for (var i = 0; i < service.Ports.Count && errors.Count == 0; i++)
        {
            if (service.Ports[i].NodePort is not (0 or (>= 30000 and <= 32767)))
                errors.Invalid(Ports.Index(i).Child("nodePort"), service.Ports[i].NodePort, "provided port is not in the valid range");
        }
    }

    private static void CheckProtocols(Service service, FieldErrors errors)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < service.Ports.Count; i++)
        {
            var protocol = service.Ports[i].Protocol;
            if (protocol is "TCP" or "UDP") known.Add(protocol);
            else
            {
                errors.Invalid(
                    Ports.Index(i).Child("protocol"), protocol, "cannot create an external load balancer with non-TCP/UDP ports");
            }
        }

        if (known.Count > 1)
            errors.InvalidJson(
                Ports, JsonText.List(service.Ports.Select(JsonOf)), "cannot create an external load balancer with mix protocols");
    }

    private static void RefuseNodePorts(Service service, FieldErrors errors)
    {
        for (var i = 0; i < service.Ports.Count; i++)
        {
            if (service.Ports[i].NodePort != 0)
                errors.Invalid(Ports.Index(i).Child("nodePort"), service.Ports[i].NodePort, "may not be used when `type` is 'ClusterIP'");
        }
    }

    private static string JsonOf(ServicePort port) => JsonText.Map(
        ("name", JsonText.Of(port.Name)),
        ("protocol", JsonText.Of(port.Protocol)),
        ("port", JsonText.Of(port.Port)),
        ("targetPort", JsonText.OfEither(port.TargetPort, port.IsTargetText || PortRules.NumberOf(port.TargetPort) == 0)),
        ("nodePort", JsonText.Of(port.NodePort)));
}
