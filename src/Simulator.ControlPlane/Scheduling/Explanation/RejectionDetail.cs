using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>The numbers behind a reason: what the pod needs, and what the best of the nodes that were rejected for it has.</summary>
internal static class RejectionDetail
{
    private const int NamedMax = 3;

    public static string Of(string reason, Pod pod, IEnumerable<NodeInfo> nodes, ClusterState state)
    {
        var facts = PodFacts.Of(pod.Spec);
        return reason switch
        {
            "Insufficient CPU" => Lack($"{facts.NewMilliCpu}m", $"{nodes.Max(node => node.AllocatableMilliCpu - node.RequestedMilliCpu)}m"),
            "Insufficient Memory" => Lack(Bytes(facts.NewMemory), Bytes(nodes.Max(node => node.AllocatableMemory - node.RequestedMemory))),
            "Insufficient NvidiaGpu" => Lack($"{facts.Gpu}", $"{nodes.Max(node => node.AllocatableGpu - node.RequestedGpu)}"),
            "Insufficient PodCount" =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the node with most room takes {nodes.Max(node => node.AllocatablePods)} pods and has them"),
            "PodToleratesNodeTaints" => Named("taint", nodes.SelectMany(node => node.Taints.Value ?? []).Select(Text)),
            "MatchNodeSelector" =>
                pod.Spec.NodeSelector.Count > 0
                    ? $"wants {string.Join(", ", pod.Spec.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}"))}"
                    : "required node affinity",
            "PodFitsHostPorts" => Named("port", facts.HostPorts.Select(port => port.ToString(CultureInfo.InvariantCulture))),
            "NoVolumeZoneConflict" => Home(pod, nodes, state),
            "HostName" => $"wants {pod.NodeName}",
            _ => "",
        };
    }

    /// <summary>Where the disks behind its claims lie, and where the nodes are.</summary>
    private static string Home(Pod pod, IEnumerable<NodeInfo> nodes, ClusterState state)
    {
        var homes = pod.Spec.Volumes.Select(volume => volume.ClaimName).OfType<string>()
            .Select(claim => (
                Claim: claim, Zone: ZoneOf(state.Volume(state.Claim(pod.Namespace, claim)?.VolumeName ?? "")?.Metadata.Labels)))
            .Where(home => home.Zone.Length > 0).Select(home => $"the disk of claim {home.Claim} is in {home.Zone}").ToList();
        return homes.Count == 0
            ? ""
            : $"{string.Join(", ", homes.Take(NamedMax))}; these nodes are in "
                + $"{string.Join(", ", nodes.Select(node => ZoneOf(node.Labels)).Distinct().Order(StringComparer.Ordinal))}";
    }

    /// <summary>The region where no zone is named.</summary>
    private static string ZoneOf(LabelSet? labels)
    {
        var zone = labels?.ValueOrEmpty(WellKnownLabels.Zone) ?? "";
        if (zone.Length > 0) return $"zone {zone}";
        var region = labels?.ValueOrEmpty(WellKnownLabels.Region) ?? "";
        return region.Length > 0 ? $"region {region}" : "";
    }

    public static string Text(Taint taint) => $"{taint.Key}={taint.Value}:{taint.Effect}";

    private static string Lack(string needed, string free) => $"wants {needed}, the most that a node has free is {free}";

    private static string Bytes(long bytes) => Quantity.FromUnits(bytes).ToString();

    private static string Named(string what, IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return $"{what} {string.Join(", ", distinct.Take(NamedMax))}"
            + $"{(distinct.Count > NamedMax ? $" and {distinct.Count - NamedMax} more" : "")}";
    }
}
