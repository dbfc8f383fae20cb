using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>Alternatives of which one must match; a term that is empty or wrong matches nothing, and the others count.</summary>
public sealed class NodeTerms
{
    private readonly NodeTerm[] _terms;

    private NodeTerms(NodeTerm[] terms) => _terms = terms;

    public static NodeTerms Of(NodeSelector selector) =>
        new([.. selector.Terms.Where(term => !NodeTerm.IsEmpty(term)).Select(NodeTerm.Parse).OfType<NodeTerm>()]);

    /// <param name="name">"" for a place that is no node.</param>
    public bool Match(LabelSet labels, string name)
    {
        foreach (var term in _terms)
        {
            if (term.Matches(labels, name)) return true;
        }

        return false;
    }
}
