using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>Services (ValidateService in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ServiceRules
{
    private static readonly FieldPath Ports = FieldPath.Spec.Child("ports");

    public static void Check(Service service, FieldErrors errors)
    {
        ObjectMetaRules.Check(service, Scope.Namespaced, TextRules.Dns952Label, errors);
        CheckPorts(service, errors);
        if (service.Selector is { } selector) ObjectMetaRules.CheckLabels(selector, FieldPath.Spec.Child("selector"), errors);
        if (service.SessionAffinity is not ("None" or "ClientIP"))
            errors.Unsupported(FieldPath.Spec.Child("sessionAffinity"), service.SessionAffinity, "ClientIP", "None");
        if (HasClusterIP(service) && !AddressText.IsAddress(service.ClusterIP))
            errors.Invalid(FieldPath.Spec.Child("clusterIP"), service.ClusterIP, "must be empty, 'None', or a valid IP address");
        CheckExternal(service, errors);
        if (service.Type is not ("ClusterIP" or "NodePort" or "LoadBalancer"))
            errors.Unsupported(FieldPath.Spec.Child("type"), service.Type, "ClusterIP", "LoadBalancer", "NodePort");
        NodePortRules.Check(service, errors);
        SourceRangeRules.Check(service, errors);
        NodePortRules.CheckRange(service, errors);
    }

    /// <summary>
    /// Its address stays, once it has one: without one in its manifest it was given one when it was made, which is not simulated. A
    /// headless one may get one (IsServiceIPSet).
    /// </summary>
    public static void CheckUpdate(Service old, Service now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        if (old.ClusterIP != "None" && now.ClusterIP != old.ClusterIP)
            errors.Invalid(FieldPath.Spec.Child("clusterIP"), now.ClusterIP, "field is immutable");
        Check(now, errors);
    }

    private static bool HasClusterIP(Service service) => service.ClusterIP is not ("" or "None");

    private static void CheckPorts(Service service, FieldErrors errors)
    {
        if (service.Ports.Count == 0 && service.ClusterIP != "None") errors.Required(Ports);
        for (var i = 0; i < service.Ports.Count && service.Type == "LoadBalancer"; i++)
        {
            if (service.Ports[i].Port == 10250)
                errors.Invalid(Ports.Index(i), 10250, "may not expose port 10250 externally since it is used by kubelet");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < service.Ports.Count; i++) Check(service.Ports[i], service.Ports.Count, names, Ports.Index(i), errors);
    }

    private static void Check(ServicePort port, int count, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (count > 1 || port.Name.Length > 0) ContainerRules.CheckName(port.Name, names, path.Child("name"), errors);
        if (!TextRules.IsPort(port.Port)) errors.Invalid(path.Child("port"), port.Port, TextRules.PortRange);
        PortRules.CheckProtocol(port.Protocol, path.Child("protocol"), errors);
        var isText = port.IsTargetText || !long.TryParse(port.TargetPort, CultureInfo.InvariantCulture, out _);
        if (isText && !TextRules.IsPortName(port.TargetPort)) errors.Invalid(path.Child("targetPort"), port.TargetPort, TextRules.PortName);
        else if (!isText && !TextRules.IsPort(PortRules.NumberOf(port.TargetPort)))
            errors.InvalidJson(path.Child("targetPort"), port.TargetPort, TextRules.PortRange);
    }

    private static void CheckExternal(Service service, FieldErrors errors)
    {
        for (var i = 0; i < service.ExternalIPs.Count; i++)
        {
            var path = FieldPath.Spec.Child("externalIPs").Index(i);
            if (service.ExternalIPs[i] == "0.0.0.0") errors.Invalid(path, "0.0.0.0", "must be a valid IP address");
            AddressRules.Check(service.ExternalIPs[i], path, errors);
        }
    }
}
