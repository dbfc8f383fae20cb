using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>spec.affinity of pods, and the nodes that can reach a volume.</summary>
internal static class AffinityWriter
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static JsonObject Write(Affinity affinity) => new JsonObject()
        .Node("nodeAffinity", affinity.NodeAffinity is { } nodes ? Write(nodes) : null)
        .Node("podAffinity", affinity.PodAffinity is { } near ? Write(near) : null)
        .Node("podAntiAffinity", affinity.PodAntiAffinity is { } far ? Write(far) : null);

    public static JsonObject Write(NodeSelector nodes) =>
        new() { ["nodeSelectorTerms"] = new JsonArray([.. nodes.Terms.Select(term => (JsonNode)Write(term))]) };

    private static JsonObject Write(NodeAffinity nodes) => new JsonObject()
        .Node(Required, nodes.Required is { } required ? Write(required) : null)
        .List(Preferred, nodes.Preferred, term => new JsonObject { ["weight"] = term.Weight, ["preference"] = Write(term.Preference) });

    private static JsonObject Write(NodeSelectorTerm term) => new JsonObject()
        .List("matchExpressions", term.MatchExpressions, SelectorWriter.Write)
        .List("matchFields", term.MatchFields, SelectorWriter.Write);

    private static JsonObject Write(PodAffinity pods) => new JsonObject()
        .List(Required, pods.Required, Write)
        .List(Preferred, pods.Preferred, term => new JsonObject { ["weight"] = term.Weight, ["podAffinityTerm"] = Write(term.Term) });

    private static JsonObject Write(PodAffinityTerm term) => new JsonObject()
        .Node("labelSelector", SelectorWriter.Write(term.LabelSelector))
        .Texts("namespaces", term.Namespaces ?? [])
        .Set("topologyKey", term.TopologyKey);
}
