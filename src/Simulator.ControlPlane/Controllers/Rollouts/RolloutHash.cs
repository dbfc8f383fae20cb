using System.Globalization;
using System.Text;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>What tells the ReplicaSets of a Deployment apart (ComputeHash in controller_utils.go): FNV-1 in 32 bits, as letters that spell
/// nothing.</summary>
/// <remarks>The original sums up a dump of Go memory; this one the template's canonical text, so that names differ from a real
/// cluster's.</remarks>
internal static class RolloutHash
{
    public static string Of(Deployment deployment)
    {
        var text = CanonicalText.Of(deployment.Template);
        if (deployment.Status.CollisionCount is { } collisions) text += collisions.ToString(CultureInfo.InvariantCulture);
        return SafeName.Of(Encoding.UTF8.GetBytes(text));
    }
}
