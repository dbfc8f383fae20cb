using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Affinity: the same shape in the annotation of 1.3 and in today's spec.affinity.</summary>
internal static class AffinityReader
{
    private const string RequiredKey = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string PreferredKey = "preferredDuringSchedulingIgnoredDuringExecution";

    public static Affinity Read(FieldReader fields) => new()
    {
        NodeAffinity = fields.Object("nodeAffinity", ReadNodeAffinity),
        PodAffinity = fields.Object("podAffinity", ReadPodAffinity),
        PodAntiAffinity = fields.Object("podAntiAffinity", ReadPodAffinity),
    };

    public static NodeAffinity ReadNodeAffinity(FieldReader fields) => new()
    {
        Required = fields.Object(RequiredKey, ReadNodeSelector),
        Preferred = fields.List(PreferredKey, ReadPreferredNodeTerm),
    };

    private static PreferredSchedulingTerm ReadPreferredNodeTerm(FieldReader fields) =>
        new(fields.Integer("weight"), fields.Object("preference", ReadNodeTerm) ?? new NodeSelectorTerm([]));

    public static NodeSelector ReadNodeSelector(FieldReader selector) => new(selector.List("nodeSelectorTerms", ReadNodeTerm));

    /// <summary>1.3 has no matchFields, which is told.</summary>
    private static NodeSelectorTerm ReadNodeTerm(FieldReader fields) =>
        new(fields.List("matchExpressions", SelectorReader.ReadRequirement))
        {
            MatchFields = fields.Peek("matchFields")?.List(SelectorReader.ReadRequirement) ?? [],
        };

    private static PodAffinity ReadPodAffinity(FieldReader fields) => new()
    {
        Required = fields.List(RequiredKey, ReadPodTerm),
        Preferred = fields.List(PreferredKey, ReadPreferredPodTerm),
    };

    private static WeightedPodAffinityTerm ReadPreferredPodTerm(FieldReader fields) =>
        new(fields.Integer("weight"), fields.Object("podAffinityTerm", ReadPodTerm) ?? new PodAffinityTerm());

    private static PodAffinityTerm ReadPodTerm(FieldReader fields) => new()
    {
        LabelSelector = fields.Object("labelSelector", SelectorReader.Read),
        Namespaces = fields.Optional("namespaces")?.Texts(),
        TopologyKey = fields.Text("topologyKey"),
    };
}
