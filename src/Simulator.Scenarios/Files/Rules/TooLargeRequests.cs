using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Pods that ask for more than any node has that they may go to, even an empty one.</summary>
internal sealed class TooLargeRequests : IClusterRule
{
    private static readonly PodFitsResources Fits = new();

    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var use in view.Pods)
        {
            var pod = use.ToPod();
            var nodes = view.NodeKinds.Where(node => view.Cluster.Version.NodeMatch.Selects(pod, node));
            var reason = Reason(pod, nodes);
            if (reason is not null && use.Spec.NodeName.Length == 0 && !use.Spec.Affinity.IsBroken)
            {
                yield return use.At("containers", Effect.ChangesDecisions, $"{reason}: no node can ever take it");
            }
        }
    }

    /// <summary>Null if a node fits, or none matches (a pod that names its node by a label is not looked at).</summary>
    private static string? Reason(Pod pod, IEnumerable<NodeInfo> nodes)
    {
        string? reason = null;
        var most = 0L;
        foreach (var node in nodes)
        {
            if (Fits.Check(pod, node, MissingLabels.NoPods) is not { Reason: { } found }) return null;
            reason = found;
            most = Math.Max(most, Has(node, found));
        }

        return reason is null ? null : Words(reason, pod, most);
    }

    private static long Has(NodeInfo node, string reason) => reason switch
    {
        "Insufficient CPU" => node.AllocatableMilliCpu,
        "Insufficient Memory" => node.AllocatableMemory,
        "Insufficient NvidiaGpu" => node.AllocatableGpu,
        _ => node.AllocatablePods,
    };

    private static string Words(string reason, Pod pod, long most)
    {
        var facts = PodFacts.Of(pod.Spec);
        return reason switch
        {
            "Insufficient CPU" => $"asks for {facts.NewMilliCpu}m CPU, and the largest node that it may go to has {most}m",
            "Insufficient Memory" =>
                $"asks for {Mebibytes(facts.NewMemory)} of memory, and the largest node that it may go to has {Mebibytes(most)}",
            "Insufficient NvidiaGpu" =>
                $"asks for {facts.Gpu} {ResourceNames.NvidiaGpu}, and the node that it may go to with most has {most}",
            _ => "the nodes take no pods",
        };
    }

    private static string Mebibytes(long bytes) => $"{((Int128)bytes + (1 << 20) - 1) >> 20}Mi";
}
