using System.Net;
using System.Net.Sockets;

namespace Simulator.Api.Validation;

/// <summary>
/// IP addresses that others are to reach (validateIpIsNotLinkLocalOrLoopback in pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class AddressRules
{
    public static void Check(string text, FieldPath path, FieldErrors errors)
    {
        if (AddressText.IsPlain(text)) return;
        if (!AddressText.IsAddress(text))
        {
            errors.Invalid(path, text, "must be a valid IP address");
            return;
        }

        var address = IPAddress.Parse(text);
        var bytes = address.GetAddressBytes();
        var isShort = address.AddressFamily == AddressFamily.InterNetwork;
        if (IPAddress.IsLoopback(address)) errors.Invalid(path, text, "may not be in the loopback range (127.0.0.0/8)");
        if (isShort ? bytes[0] == 169 && bytes[1] == 254 : address.IsIPv6LinkLocal)
            errors.Invalid(path, text, "may not be in the link-local range (169.254.0.0/16)");
        if (isShort ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xff && (bytes[1] & 0x0f) == 2)
            errors.Invalid(path, text, "may not be in the link-local multicast range (224.0.0.0/24)");
    }
}
