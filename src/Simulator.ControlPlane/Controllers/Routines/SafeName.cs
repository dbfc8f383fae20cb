using System.Globalization;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>Hashes as names have them: FNV-1 in 32 bits, in decimal, each digit as a letter or number that spells nothing
/// (rand.SafeEncodeString of apimachinery).</summary>
internal static class SafeName
{
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";

    public static string Of(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var value in text) hash = (hash * 16777619u) ^ value;
        var digits = hash.ToString(CultureInfo.InvariantCulture);
        return string.Create(digits.Length, digits, static (name, digits) =>
        {
            for (var i = 0; i < name.Length; i++) name[i] = Letters[digits[i] % Letters.Length];
        });
    }
}
