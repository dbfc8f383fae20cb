using System.Globalization;

namespace Simulator.World.Specification;

/// <summary>A network of IPv4 addresses: <c>10.1.0.0/16</c>.</summary>
/// <param name="First">Its lowest address, as a number.</param>
/// <param name="Prefix">Bits that all addresses of it have in common, 1 to 32.</param>
public readonly record struct AddressRange(uint First, int Prefix)
{
    public uint Count => 1u << (32 - Prefix);

    public bool Contains(uint address) => address - First < Count;

    /// <returns>Null: it is not one, or has bits beyond its prefix.</returns>
    public static AddressRange? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || NumberOf(text[..slash]) is not { } first) return null;
        if (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)) return null;
        if (prefix is < 1 or > 32) return null;
        var range = new AddressRange(first, prefix);
        return first % range.Count == 0 ? range : null;
    }

    /// <returns>Null: it is no IPv4 address.</returns>
    public static uint? NumberOf(string address)
    {
        var parts = address.Split('.');
        if (parts.Length != 4) return null;
        var number = 0u;
        foreach (var part in parts)
        {
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            number = (number << 8) + value;
        }

        return number;
    }

    public static string TextOf(uint address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TextOf(First)}/{Prefix}");
}
