using System.Net;

namespace Simulator.Api;

/// <summary>What a text says that may be an IP address.</summary>
internal static class AddressText
{
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
