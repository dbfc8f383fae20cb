using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>Which port of a pod a service port leads to (FindPort in pkg/api/pod/util.go of 1.3.10).</summary>
internal static class TargetPort
{
    /// <summary>A number need not exist in the pod; a name must, with the same protocol. Null if it does not.</summary>
    public static int? Find(Pod pod, ServicePort port)
    {
        if (int.TryParse(port.TargetPort, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        foreach (var container in pod.Spec.Containers)
        {
            foreach (var candidate in container.Ports)
            {
                if (candidate.Name == port.TargetPort && candidate.Protocol == port.Protocol) return candidate.Port;
            }
        }

        return null;
    }
}
