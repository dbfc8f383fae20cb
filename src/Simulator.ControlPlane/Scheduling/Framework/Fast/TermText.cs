using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Writes down whom terms select, without ambiguity.</summary>
internal static class TermText
{
    public static ShapeText Of(AffinityTerm term) => Of(term, new ShapeText()).Add(term.TopologyKey);

    /// <summary>Pods that all of them match at once, wherever these are.</summary>
    public static string OfAll(IReadOnlyList<AffinityTerm> terms)
    {
        var text = new ShapeText().Add(terms.Count);
        foreach (var term in terms) Of(term, text);
        return text.ToString();
    }

    private static ShapeText Of(AffinityTerm term, ShapeText text)
    {
        text.Add(term.Namespaces.Count);
        foreach (var name in term.Namespaces) text.Add(name);
        return text.Add(term.Source is null ? 0 : 1).Add(term.Source ?? new LabelSelector());
    }
}
