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
        if (IsPlain(text)) return;
        if (!IsAddress(text))
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

    /// <summary>Four decimal numbers, or the form of IPv6: what Go's net.ParseIP takes.</summary>
    public static bool IsAddress(string text) =>
        text.Contains(':') ? !text.Contains('%') && !text.Contains('[') && IPAddress.TryParse(text, out _) : TryParts(text, out _);

    /// <summary>Nearly all addresses are of the cluster's own kind: four numbers of which the first says it all.</summary>
    public static bool IsPlain(string text) => TryParts(text, out var first) && first is > 0 and not (127 or 169 or 224);

    private static bool TryParts(string text, out int first)
    {
        first = 0;
        var (parts, digits, number) = (0, 0, 0);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                number = (number * 10) + (letter - '0');
                if (++digits > 3 || number > 255) return false;
                continue;
            }

            if (letter != '.' || digits == 0 || ++parts > 3) return false;
            if (parts == 1) first = number;
            (digits, number) = (0, 0);
        }

        return parts == 3 && digits > 0;
    }
}
