namespace Simulator.Api.Validation;

/// <summary>The affinity annotation (ValidateAffinityInPodAnnotations in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class AffinityRules
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static void Check(Parsed<Affinity> parsed, FieldPath annotations, FieldErrors errors)
    {
        if (parsed.Error is { } fault) errors.Invalid(annotations, WellKnownAnnotations.Affinity, fault);
        if (parsed.Value is not { } affinity) return;
        var path = annotations.Child(WellKnownAnnotations.Affinity);
        if (affinity.NodeAffinity is { } nodes) NodeAffinityRules.Check(nodes, path.Child("nodeAffinity"), errors);
        if (affinity.PodAffinity is { } pods) Check(pods, Topology.Named, path.Child("podAffinity"), errors);
        if (affinity.PodAntiAffinity is { } others) Check(others, Topology.Any, path.Child("podAntiAffinity"), errors);
    }

    /// <param name="preferred">What a preferred term may leave open; a required one has to name its topology.</param>
    private static void Check(PodAffinity affinity, Topology preferred, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < affinity.Required.Count; i++)
        {
            Check(affinity.Required[i], Topology.Named, path.Child(Required).Index(i), errors);
        }
        for (var i = 0; i < affinity.Preferred.Count; i++)
        {
            var (weight, term) = affinity.Preferred[i];
            var place = path.Child(Preferred).Index(i);
            NodeAffinityRules.CheckWeight(weight, place, errors);
            Check(term, preferred, place.Child("podAffinityTerm"), errors);
        }
    }

    private static void Check(PodAffinityTerm term, Topology topology, FieldPath path, FieldErrors errors)
    {
        SelectorRules.Check(term.LabelSelector, path.Child("matchExpressions"), errors);
        foreach (var name in term.Namespaces ?? []) errors.InvalidEach(path.Child("namespace"), name, TextRules.Dns1123Label(name));
        var key = path.Child("topologyKey");
        if (term.TopologyKey.Length > 0) errors.InvalidEach(key, term.TopologyKey, TextRules.QualifiedName(term.TopologyKey));
        else if (topology == Topology.Named) errors.Required(key, "can only be empty for PreferredDuringScheduling pod anti affinity");
    }

    private enum Topology
    {
        Named,
        Any,
    }
}
