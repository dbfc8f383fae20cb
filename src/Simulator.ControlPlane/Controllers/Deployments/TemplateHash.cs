using System.Globalization;
using System.Text;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>Which ReplicaSet belongs to which pod template (GetPodTemplateSpecHash in pkg/util/pod of 1.3.10).</summary>
/// <remarks>The original sums up a dump of Go memory; this one sums up the template's canonical text, so that the numbers differ from a
/// real cluster's.</remarks>
public static class TemplateHash
{
    private const uint AdlerModulus = 65521;

    /// <summary>Adler-32, in decimal.</summary>
    public static string Of(PodTemplate template)
    {
        var (low, high) = (1u, 0u);
        foreach (var letter in Encoding.UTF8.GetBytes(CanonicalText.Of(template)))
        {
            low = (low + letter) % AdlerModulus;
            high = (high + low) % AdlerModulus;
        }

        return ((high << 16) | low).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Equal but for the hash label.</summary>
    public static bool AreEqual(PodTemplate left, PodTemplate right) =>
        ReferenceEquals(left, right) || CanonicalText.Of(left) == CanonicalText.Of(right);

    /// <summary>The template with its hash as a label.</summary>
    public static PodTemplate Labelled(PodTemplate template, string hash) =>
        template with { Labels = template.Labels.With(WellKnownLabels.PodTemplateHash, hash) };
}
