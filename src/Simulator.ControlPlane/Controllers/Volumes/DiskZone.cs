using System.Globalization;
using System.Text;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>
/// In which zone the disk of a claim is made: the claims of a PetSet go round the zones (ChooseZoneForVolume in pkg/volume/util.go of
/// 1.3.10).
/// </summary>
public static class DiskZone
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    /// <param name="zones">Sorted.</param>
    /// <returns>"" if there are no zones.</returns>
    public static string For(string claimName, IReadOnlyList<string> zones)
    {
        if (zones.Count == 0) return "";
        var dash = claimName.LastIndexOf('-');
        var number = 0u;
        var isNumbered = dash >= 0
            && uint.TryParse(claimName.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
        var hash = Fnv1(isNumbered ? claimName[..dash] : claimName);
        return zones[(int)(unchecked(hash + number) % (uint)zones.Count)];
    }

    /// <summary>FNV-1 of 32 bits: multiplied first, then the byte.</summary>
    private static uint Fnv1(string text)
    {
        var hash = FnvOffset;
        foreach (var letter in Encoding.UTF8.GetBytes(text)) hash = unchecked(hash * FnvPrime) ^ letter;
        return hash;
    }
}
