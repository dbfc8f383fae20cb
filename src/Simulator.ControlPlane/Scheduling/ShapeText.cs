using System.Text;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// Writes down what of a pod an answer depends on, without ambiguity: pods with equal texts get equal answers on every node.
/// </summary>
public sealed class ShapeText
{
    private readonly StringBuilder _text = new();

    public ShapeText Add(long number)
    {
        _text.Append(number).Append(';');
        return this;
    }

    /// <summary>With its length before it, so that no text can look like two.</summary>
    public ShapeText Add(string? text)
    {
        _text.Append(text?.Length ?? -1).Append(':').Append(text);
        return this;
    }

    public ShapeText Add(LabelSet pairs)
    {
        Add(pairs.Count);
        foreach (var (key, value) in pairs.Pairs) Add(key).Add(value);
        return this;
    }

    public ShapeText Add(NodeSelectorTerm term)
    {
        Add(term.MatchExpressions.Count);
        foreach (var requirement in term.MatchExpressions)
        {
            Add(requirement.Key).Add(requirement.Operator).Add(requirement.Values.Count);
            foreach (var value in requirement.Values) Add(value);
        }

        return this;
    }

    public ShapeText Add(LabelSelector selector) =>
        Add(selector.MatchLabels).Add(new NodeSelectorTerm(selector.MatchExpressions));

    public ShapeText Add(Parsed<IReadOnlyList<Toleration>> tolerations)
    {
        Add(tolerations.Error).Add(tolerations.Value?.Count ?? -1);
        foreach (var (key, operation, value, effect) in tolerations.Value ?? []) Add(key).Add(operation).Add(value).Add(effect);
        return this;
    }

    public override string ToString() => _text.ToString();
}
