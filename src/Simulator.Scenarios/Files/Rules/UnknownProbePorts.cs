using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Probes of a port by a name that their container does not have: the API server takes them, the kubelet never gets a result
/// (pkg/kubelet/prober of 1.3.10).
/// </summary>
internal sealed class UnknownProbePorts : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view) => view.Pods.SelectMany(Check);

    private static IEnumerable<Omission> Check(PodUse pod)
    {
        foreach (var container in pod.Spec.Containers)
        {
            if (container.ReadinessProbe is { } readiness && !container.CanAnswer(readiness))
            {
                yield return pod.At(
                    "containers", Effect.ChangesDecisions,
                    $"the readinessProbe of {container.Name} asks port {readiness.Details!.Port!.Text}, and the container has no port of "
                        + "that name: its pods are never ready");
            }
            if (container.LivenessProbe is { } liveness && !container.CanAnswer(liveness))
            {
                yield return pod.At(
                    "containers", Effect.ChangesDecisions,
                    $"the livenessProbe of {container.Name} asks port {liveness.Details!.Port!.Text}, and the container has no port of "
                        + "that name: the probe never restarts it");
            }
        }
    }
}
