using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Pods that wait for a scheduler which does not run here.</summary>
internal sealed class OtherSchedulers : IClusterRule
{
    private const string Default = "default-scheduler";

    public IEnumerable<Omission> Check(ClusterView view)
    {
        var naming = view.Cluster.Version.SchedulerNames;
        var here = naming.Of(view.Cluster.Scheduler);
        return view.Pods
            .Where(pod => !pod.IsOfDaemons && pod.Spec.NodeName.Length == 0 && !here.Contains(NameOf(pod)))
            .Select(pod => pod.At(
                "schedulerName", Effect.ChangesDecisions,
                $"the scheduler '{Wording.Shortened(NameOf(pod))}' does not run here: its pods wait for ever; "
                    + (here.Count == 1
                        ? $"controlPlane.{naming.Key} has the name of the one that does ({here[0]})"
                        : $"controlPlane.{naming.Key} has the names of those that do ({Wording.Listed(here)})"),
                WellKnownAnnotations.SchedulerName));
    }

    private static string NameOf(PodUse pod) => pod.Spec.SchedulerName.Length == 0 ? Default : pod.Spec.SchedulerName;
}
