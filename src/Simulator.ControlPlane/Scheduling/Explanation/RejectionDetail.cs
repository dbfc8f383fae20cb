using System.Globalization;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>The numbers behind a reason: what the pod needs, and what the best of the nodes that were rejected for it has.</summary>
internal static class RejectionDetail
{
    private const int NamedMax = 3;

    public static string Of(string reason, Pod pod, IEnumerable<NodeInfo> nodes)
    {
        var facts = PodFacts.Of(pod.Spec);
        return reason switch
        {
            "Insufficient CPU" => Lack($"{facts.NewMilliCpu}m", $"{nodes.Max(node => node.AllocatableMilliCpu - node.RequestedMilliCpu)}m"),
            "Insufficient Memory" => Lack(Bytes(facts.NewMemory), Bytes(nodes.Max(node => node.AllocatableMemory - node.RequestedMemory))),
            "Insufficient NvidiaGpu" => Lack($"{facts.Gpu}", $"{nodes.Max(node => node.AllocatableGpu - node.RequestedGpu)}"),
            "Insufficient PodCount" => string.Create(CultureInfo.InvariantCulture, $"the node with most room takes {nodes.Max(node => node.AllocatablePods)} pods and has them"),
            "PodToleratesNodeTaints" => Named("taint", nodes.SelectMany(node => node.Taints.Value ?? []).Select(Text)),
            "MatchNodeSelector" => pod.Spec.NodeSelector.Count > 0 ? $"wants {string.Join(", ", pod.Spec.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}"))}" : "required node affinity",
            "PodFitsHostPorts" => Named("port", facts.HostPorts.Select(port => port.ToString(CultureInfo.InvariantCulture))),
            "HostName" => $"wants {pod.NodeName}",
            _ => "",
        };
    }

    public static string Text(Taint taint) => $"{taint.Key}={taint.Value}:{taint.Effect}";

    private static string Lack(string needed, string free) => $"needs {needed}; the most that one of them has free is {free}";

    private static string Bytes(long bytes) => Quantity.FromUnits(bytes).ToString();

    private static string Named(string what, IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return $"{what} {string.Join(", ", distinct.Take(NamedMax))}{(distinct.Count > NamedMax ? $" and {distinct.Count - NamedMax} more" : "")}";
    }
}
