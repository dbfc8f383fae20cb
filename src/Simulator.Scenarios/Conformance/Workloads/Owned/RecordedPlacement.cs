using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>What pods and nodes of a recording say of where pods may be.</summary>
internal static class RecordedPlacement
{
    public static PodSpec ReadSpec(JsonElement spec) => new()
    {
        NodeName = TextOr(spec, "nodeName"),
        NodeSelector = spec.Labels("nodeSelector"),
        HostNetwork = spec.TryGetProperty("hostNetwork", out var onHost) && onHost.GetBoolean(),
        Affinity = new Parsed<Affinity>(ReadAffinity(spec)),
        Tolerations = new Parsed<IReadOnlyList<Toleration>>([.. spec.List("tolerations").Select(toleration => new Toleration(
            TextOr(toleration, "key"), TextOr(toleration, "operator"), TextOr(toleration, "value"), TextOr(toleration, "effect")))]),
    };

    public static IReadOnlyList<Taint> ReadTaints(JsonElement node) =>
        [.. node.List("taints").Select(taint => new Taint(TextOr(taint, "key"), TextOr(taint, "value"), TextOr(taint, "effect")))];

    public static object Write(Affinity affinity) => new
    {
        nodeAffinity = affinity.NodeAffinity is not { Required: { } required } ? null : new
        {
            requiredDuringSchedulingIgnoredDuringExecution = new { nodeSelectorTerms = required.Terms.Select(Write) },
        },
    };

    public static IEnumerable<object> Write(IReadOnlyList<Toleration> tolerations) => tolerations.Select(toleration => new
    {
        key = toleration.Key,
        @operator = toleration.Operator,
        value = toleration.Value,
        effect = toleration.Effect,
    });

    private static object Write(NodeSelectorTerm term) => new
    {
        matchExpressions = term.MatchExpressions.Select(Write),
        matchFields = term.MatchFields.Select(Write),
    };

    private static object Write(SelectorRequirement requirement) =>
        new { key = requirement.Key, @operator = requirement.Operator, values = requirement.Values };

    private static Affinity? ReadAffinity(JsonElement spec)
    {
        if (!spec.TryGetProperty("affinity", out var affinity) || !affinity.TryGetProperty("nodeAffinity", out var nodes)) return null;
        if (!nodes.TryGetProperty("requiredDuringSchedulingIgnoredDuringExecution", out var required))
        {
            return new Affinity { NodeAffinity = new NodeAffinity() };
        }
        var terms = required.List("nodeSelectorTerms").Select(term => new NodeSelectorTerm(ReadRequirements(term, "matchExpressions"))
        {
            MatchFields = ReadRequirements(term, "matchFields"),
        });
        return new Affinity { NodeAffinity = new NodeAffinity { Required = new NodeSelector([.. terms]) } };
    }

    private static IReadOnlyList<SelectorRequirement> ReadRequirements(JsonElement term, string field) =>
        [.. term.List(field).Select(expression =>
            new SelectorRequirement(expression.Text("key"), expression.Text("operator"), expression.Texts("values")))];

    private static string TextOr(JsonElement value, string field) =>
        value.TryGetProperty(field, out var text) ? text.GetString() ?? "" : "";
}
