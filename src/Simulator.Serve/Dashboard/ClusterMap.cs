using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.World.Nodes;
using Simulator.World.Views;

namespace Simulator.Serve.Dashboard;

/// <summary>Zones, racks and nodes as they stand: what the API server says of each, and what is true of its machine.</summary>
internal static class ClusterMap
{
    /// <summary>
    /// <c>{ zones: [{ name, racks: [{ name, nodes: [[name, state, cpu, memory, pods]] }] }] }</c>; requested CPU and memory in percent of
    /// what is allocatable.
    /// </summary>
    public static JsonObject Of(IClusterView cluster)
    {
        var places = cluster.Store.List("Node").Cast<Node>().Select(node => (Node: node, Machine: cluster.Machine(node.Name)));
        var zones = places.GroupBy(place => place.Machine?.Zone ?? "").OrderBy(zone => zone.Key, StringComparer.Ordinal);
        return new JsonObject { ["zones"] = new JsonArray([.. zones.Select(zone => Zone(cluster, zone.Key, zone))]) };
    }

    private static JsonObject Zone(IClusterView cluster, string name, IEnumerable<(Node Node, IMachineView? Machine)> places)
    {
        var racks = places.GroupBy(place => place.Machine?.Rack ?? "").OrderBy(rack => rack.Key, StringComparer.Ordinal);
        return new JsonObject
        {
            ["name"] = name,
            ["racks"] = new JsonArray([.. racks.Select(rack => (JsonNode)new JsonObject
            {
                ["name"] = rack.Key,
                ["nodes"] = new JsonArray([.. rack.Select(place => NodeOf(cluster, place.Node, place.Machine))]),
            })]),
        };
    }

    private static JsonArray NodeOf(IClusterView cluster, Node node, IMachineView? machine)
    {
        var (cpu, memory, count) = (0L, 0L, 0);
        foreach (var pod in cluster.Store.PodsOn(node.Name).Cast<Pod>().Where(pod => !pod.IsFinished))
        {
            count++;
            foreach (var container in pod.Spec.Containers)
            {
                cpu += container.Requests.MilliValue(ResourceNames.Cpu);
                memory += container.Requests.Value(ResourceNames.Memory);
            }
        }

        var room = node.Status.Allocatable;
        return
        [
            node.Name, StateOf(node, machine), Percent(cpu, room.MilliValue(ResourceNames.Cpu)),
            Percent(memory, room.Value(ResourceNames.Memory)), count,
        ];
    }

    /// <summary>The worst first; <c>silent</c>: its machine is down or cut off, and the API server does not know yet.</summary>
    private static string StateOf(Node node, IMachineView? machine) => node.Status.Condition(NodeConditionType.Ready)?.Status switch
    {
        ConditionStatus.True when machine is { IsBeating: false } => "silent",
        ConditionStatus.True when node.Status.Conditions.Any(IsTrouble) => "pressed",
        ConditionStatus.True => node.Spec.Unschedulable ? "cordoned" : "ready",
        ConditionStatus.False => "notready",
        _ => "unknown",
    };

    private static bool IsTrouble(NodeCondition condition) =>
        condition.Type != NodeConditionType.Ready && condition.Status == ConditionStatus.True;

    private static int Percent(long part, long whole) => whole == 0 ? 0 : (int)(100 * part / whole);
}
