using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Pods that every node they may go to keeps away by its taints. A PreferNoSchedule taint does so in 1.3, too, if the pod tolerates nothing
/// at all.
/// </summary>
internal sealed class UntoleratedTaints : IClusterRule
{
    private const string Name = "PodToleratesNodeTaints";

    public IEnumerable<Omission> Check(ClusterView view)
    {
        if (view.Cluster.Scheduler.Policy?.Predicates.Any(entry => entry.Name == Name) is false) yield break;
        var match = view.Cluster.Version.NodeMatch;
        foreach (var use in view.Pods)
        {
            if (use.IsOfDaemons || use.Spec.NodeName.Length > 0 || use.Spec.Tolerations.IsBroken || use.Spec.Affinity.IsBroken) continue;
            if (!view.Filters(use, PluginNames.TaintToleration)) continue;
            var pod = use.ToPod();
            var nodes = view.NodeKinds.Where(node => match.Selects(pod, node)).ToList();
            if (nodes.Count == 0) continue;
            var keepingOff = nodes.Where(node => !match.Tolerates(pod, node)).ToList();
            if (keepingOff.Count == nodes.Count)
            {
                yield return Told(use, "every node that it may go to has a taint that it does not tolerate: no node can ever take it");
            }
            else if (keepingOff.Any(node => IsOnlyPreferred(node.Taints)))
            {
                yield return Told(
                    use,
                    $"{view.VersionWord} keeps pods without any toleration off nodes with a PreferNoSchedule taint, as if it said "
                        + "NoSchedule");
            }
        }
    }

    private static Omission Told(PodUse use, string sentence) =>
        use.At("tolerations", Effect.ChangesDecisions, sentence, WellKnownAnnotations.Tolerations);

    private static bool IsOnlyPreferred(Parsed<IReadOnlyList<Taint>> taints) =>
        taints.Value is { } all && all.All(taint => taint.Effect == "PreferNoSchedule");
}
