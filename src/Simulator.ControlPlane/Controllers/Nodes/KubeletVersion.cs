using System.Globalization;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>What a kubelet of a given version understands (deletion_utils.go of 1.3.10).</summary>
internal static class KubeletVersion
{
    /// <summary>From 1.1.0 on; a version that cannot be read cannot.</summary>
    public static bool TerminatesGracefully(string version) => IsAtLeast(version, 1, 1);

    /// <summary>From 1.2.0 on kubelets mend a readiness that the controller has written; a version that cannot be read does not.</summary>
    public static bool ReconcilesReadiness(string version) => IsAtLeast(version, 1, 2);

    private static bool IsAtLeast(string version, int major, int minor)
    {
        var text = version.AsSpan().TrimStart('v');
        var dot = text.IndexOf('.');
        if (dot < 0) return false;
        var rest = text[(dot + 1)..];
        var end = rest.IndexOf('.');
        if (end < 0 || !TryParse(text[..dot], out var actualMajor) || !TryParse(rest[..end], out var actualMinor)) return false;
        return actualMajor > major || (actualMajor == major && actualMinor >= minor);
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
