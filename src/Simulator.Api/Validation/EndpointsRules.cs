namespace Simulator.Api.Validation;

/// <summary>Endpoints (ValidateEndpoints in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class EndpointsRules
{
    private static readonly FieldPath Subsets = FieldPath.Root("subsets");

    /// <summary>The only one, nearly always.</summary>
    private static readonly FieldPath First = Subsets.Index(0);

    public static void Check(Endpoints endpoints, FieldErrors errors)
    {
        ObjectMetaRules.Check(endpoints, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        HostnamesRules.Check(endpoints.Metadata.Annotations, errors);
        CheckSubsets(endpoints, errors);
    }

    public static void CheckUpdate(Endpoints now, FieldErrors errors)
    {
        Check(now, errors);

        // The original looks at everything twice, and so would its message; a look is enough where nothing is wrong.
        if (errors.Count == 0) return;
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSubsets(now, errors);
        HostnamesRules.Check(now.Metadata.Annotations, errors);
    }

    private static void CheckSubsets(Endpoints endpoints, FieldErrors errors)
    {
        for (var i = 0; i < endpoints.Subsets.Count; i++) Check(endpoints.Subsets[i], i == 0 ? First : Subsets.Index(i), errors);
    }

    private static void Check(EndpointSubset subset, FieldPath path, FieldErrors errors)
    {
        if (subset.Addresses.Count == 0 && subset.NotReadyAddresses.Count == 0)
            errors.Required(path, "must specify `addresses` or `notReadyAddresses`");
        if (subset.Ports.Count == 0) errors.Required(path.Child("ports"));
        CheckAddresses(subset.Addresses, path, "addresses", errors);
        CheckAddresses(subset.NotReadyAddresses, path, "notReadyAddresses", errors);
        for (var i = 0; i < subset.Ports.Count; i++)
        {
            if (!IsPlain(subset.Ports[i], subset.Ports.Count))
            {
                Check(subset.Ports[i], subset.Ports.Count, path.Child("ports").Index(i), errors);
            }
        }
    }

    private static void CheckAddresses(IReadOnlyList<EndpointAddress> addresses, FieldPath path, string list, FieldErrors errors)
    {
        if (addresses is AddressList { IsPlain: true }) return;
        for (var i = 0; i < addresses.Count; i++)
        {
            var address = addresses[i];
            if (address.IsPlain) continue;
            var place = path.Child(list).Index(i);
            var before = errors.Count;
            if (!AddressText.IsAddress(address.Ip)) errors.Invalid(place.Child("ip"), address.Ip, "must be a valid IP address");
            if (address.Hostname.Length > 0)
                errors.InvalidEach(place.Child("hostname"), address.Hostname, TextRules.Dns1123Label(address.Hostname));
            if (errors.Count == before) AddressRules.Check(address.Ip, place.Child("ip"), errors);
        }
    }

    /// <summary>Nothing is wrong with it, and nobody has to say where it stands.</summary>
    private static bool IsPlain(EndpointPort port, int count) =>
        count == 1 && port.Name.Length == 0 && TextRules.IsPort(port.Port) && port.Protocol is ("TCP" or "UDP");

    private static void Check(EndpointPort port, int count, FieldPath path, FieldErrors errors)
    {
        if (count > 1 && port.Name.Length == 0) errors.Required(path.Child("name"));
        else if (port.Name.Length > 0) errors.InvalidEach(path.Child("name"), port.Name, TextRules.Dns1123Label(port.Name));
        if (!TextRules.IsPort(port.Port)) errors.Invalid(path.Child("port"), port.Port, TextRules.PortRange);
        PortRules.CheckProtocol(port.Protocol, path.Child("protocol"), errors);
    }
}
