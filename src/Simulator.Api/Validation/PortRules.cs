using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>
/// Ports of containers (validateContainerPorts, AccumulateUniqueHostPorts in pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class PortRules
{
    public static void Check(IReadOnlyList<ContainerPort> ports, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ports.Count; i++) Check(ports[i], names, path.Index(i), errors);
    }

    public static void CheckHostPorts(IReadOnlyList<Container> containers, FieldPath path, FieldErrors errors)
    {
        HashSet<string>? taken = null;
        for (var i = 0; i < containers.Count; i++)
        {
            for (var j = 0; j < containers[i].Ports.Count; j++)
            {
                if (containers[i].Ports[j] is not { HostPort: not 0 } port) continue;
                var place = string.Create(CultureInfo.InvariantCulture, $"{port.HostPort}/{port.Protocol}");
                if (!(taken ??= []).Add(place)) errors.Duplicate(path.Index(i).Child("ports").Index(j).Child("hostPort"), place);
            }
        }
    }

    public static void CheckProtocol(string protocol, FieldPath path, FieldErrors errors)
    {
        if (protocol.Length == 0) errors.Required(path);
        else if (protocol is not ("TCP" or "UDP")) errors.Unsupported(path, protocol, "TCP", "UDP");
    }

    /// <summary>0 for what is no number.</summary>
    public static long NumberOf(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Check(ContainerPort port, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (port.Name.Length > 0 && !TextRules.IsPortName(port.Name)) errors.Invalid(path.Child("name"), port.Name, TextRules.PortName);
        else if (port.Name.Length > 0 && !names.Add(port.Name)) errors.Duplicate(path.Child("name"), port.Name);
        if (!TextRules.IsPort(port.Port)) errors.Invalid(path.Child("containerPort"), port.Port, TextRules.PortRange);
        if (port.HostPort != 0 && !TextRules.IsPort(port.HostPort))
            errors.Invalid(path.Child("hostPort"), port.HostPort, TextRules.PortRange);
        CheckProtocol(port.Protocol, path.Child("protocol"), errors);
    }
}
