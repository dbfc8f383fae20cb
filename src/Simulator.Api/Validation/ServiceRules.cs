using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>
/// Services (ValidateService in pkg/api/validation/validation.go of 1.3.10; names from outside as in pkg/apis/core/validation of 1.20).
/// </summary>
internal static class ServiceRules
{
    private const string OfOutside = "ExternalName";

    private static readonly FieldPath Ports = FieldPath.Spec.Child("ports");

    public static void Check(Service service, FieldErrors errors)
    {
        ObjectMetaRules.Check(service, Scope.Namespaced, TextRules.Dns952Label, errors);
        CheckPorts(service, errors);
        if (service.Selector is { } selector) ObjectMetaRules.CheckLabels(selector, FieldPath.Spec.Child("selector"), errors);
        if (service.SessionAffinity is not ("None" or "ClientIP"))
            errors.Unsupported(FieldPath.Spec.Child("sessionAffinity"), service.SessionAffinity, "ClientIP", "None");
        if (IsOfOutside(service, errors)) CheckName(service, errors);
        else if (HasClusterIP(service) && !AddressText.IsAddress(service.ClusterIP))
            errors.Invalid(FieldPath.Spec.Child("clusterIP"), service.ClusterIP, "must be empty, 'None', or a valid IP address");
        CheckExternal(service, errors);
        CheckType(service, errors);
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
        var hasAddress = old.ClusterIP != "None" && !IsOfOutside(old, errors) && !IsOfOutside(now, errors);
        if (hasAddress && now.ClusterIP != old.ClusterIP)
            errors.Invalid(FieldPath.Spec.Child("clusterIP"), now.ClusterIP, "field is immutable");
        Check(now, errors);
    }

    private static bool HasClusterIP(Service service) => service.ClusterIP is not ("" or "None");

    /// <summary>It stands for a name outside the cluster, in versions that know such services.</summary>
    private static bool IsOfOutside(Service service, FieldErrors errors) =>
        service.Type == OfOutside && errors.ActsUpon("Service spec.externalName");

    private static void CheckType(Service service, FieldErrors errors)
    {
        if (service.Type is "ClusterIP" or "NodePort" or "LoadBalancer" || IsOfOutside(service, errors)) return;
        IReadOnlyList<string> supported = errors.ActsUpon("Service spec.externalName")
            ? ["ClusterIP", OfOutside, "LoadBalancer", "NodePort"]
            : ["ClusterIP", "LoadBalancer", "NodePort"];
        errors.Unsupported(FieldPath.Spec.Child("type"), service.Type, supported);
    }

    /// <summary>A final dot, which says that the name is whole, is not looked at.</summary>
    private static void CheckName(Service service, FieldErrors errors)
    {
        if (service.ClusterIP.Length > 0)
            errors.Forbidden(FieldPath.Spec.Child("clusterIPs"), "may not be set for ExternalName services");
        var (path, name) = (FieldPath.Spec.Child("externalName"), service.ExternalName);
        if (name.EndsWith('.')) name = name[..^1];
        if (name.Length == 0) errors.Required(path);
        else errors.InvalidEach(path, name, TextRules.Dns1123Subdomain(name));
    }

    private static void CheckPorts(Service service, FieldErrors errors)
    {
        if (service.Ports.Count == 0 && service.ClusterIP != "None" && !IsOfOutside(service, errors)) errors.Required(Ports);
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
