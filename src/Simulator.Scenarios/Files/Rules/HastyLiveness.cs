using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Engine;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Liveness probes that give a container up before its application serves: it is killed again and again.</summary>
internal sealed class HastyLiveness : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var pod in view.Pods)
        {
            var application = view.Applications.FirstOrDefault(placed => placed.Value.Namespace == pod.Namespace
                && placed.Value.Selector.IsSubsetOf(pod.Labels))?.Value;
            if (application is null) continue;
            foreach (var container in pod.Spec.Containers)
            {
                if (Why(container, application.StartsIn) is { } why) yield return pod.At("containers", Effect.ChangesDecisions, why);
            }
        }
    }

    /// <summary>Null if it waits long enough, or never gives up.</summary>
    private static string? Why(Container container, IDistribution startsIn)
    {
        if (container.LivenessProbe is not { } probe || !container.CanAnswer(probe)) return null;
        var patience = probe.InitialDelay + probe.Period.Times(probe.FailureThreshold);
        if (startsIn.Mean <= patience) return null;
        var isHopeless = LeastOf(startsIn) > patience;
        return $"the livenessProbe of {container.Name} gives up {GoDuration.Format(patience)} after a start (initialDelaySeconds + "
            + "failureThreshold x periodSeconds), and its application needs "
            + $"{GoDuration.Format(isHopeless ? LeastOf(startsIn) : startsIn.Mean)}{(isHopeless ? "" : " on average")} (startsIn): "
            + $"{(isHopeless ? "no restarted container ever becomes ready" : "containers are killed before they are ready")}";
    }

    private static TimeSpan LeastOf(IDistribution startsIn) => startsIn switch
    {
        Constant constant => constant.Value,
        Uniform uniform => uniform.Low,
        _ => TimeSpan.Zero,
    };
}
