using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>A map of labels used as a selector (labels.SelectorFromSet of 1.3.10).</summary>
public static class PlainSelector
{
    /// <summary>All pairs must be equal; if any pair is not a valid label, everything matches.</summary>
    public static bool Matches(LabelSet pairs, LabelSet labels)
    {
        if (pairs.IsSubsetOf(labels)) return true;
        foreach (var (key, value) in pairs.Pairs)
        {
            if (!LabelRules.IsValidKey(key) || !LabelRules.IsValidValue(value)) return true;
        }

        return false;
    }
}
