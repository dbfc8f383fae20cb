using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// How far a rolling update may go above and below the wanted number of pods (ResolveFenceposts in pkg/util/deployment of 1.3.10).
/// </summary>
public readonly record struct Fenceposts(int Surge, int Unavailable)
{
    /// <summary>
    /// Shares of the surge round up, shares of the unavailable down; if neither moves anything, one pod may be unavailable.
    /// </summary>
    public static Fenceposts Of(Deployment deployment)
    {
        var surge = Resolve(deployment.MaxSurge, deployment.Replicas, roundedUp: 99);
        var unavailable = Resolve(deployment.MaxUnavailable, deployment.Replicas, roundedUp: 0);
        return new Fenceposts(surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    /// <param name="roundedUp">Hundredths that are added before the division: 99 rounds up, 0 down.</param>
    private static int Resolve(string step, int replicas, int roundedUp)
    {
        var isShare = step.EndsWith('%');
        var number = int.Parse(isShare ? step[..^1] : step, NumberStyles.None, CultureInfo.InvariantCulture);
        return isShare ? (int)((((long)number * replicas) + roundedUp) / 100) : number;
    }
}
