using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>Label sets by content.</summary>
internal sealed class LabelSetComparer : IEqualityComparer<LabelSet>
{
    public static readonly LabelSetComparer Instance = new();

    public bool Equals(LabelSet? left, LabelSet? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SameAs(right));

    public int GetHashCode(LabelSet labels)
    {
        var hash = new HashCode();
        foreach (var (key, value) in labels.Pairs)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
