using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Selectors of targets, compiled once: servers remember by its instance what one matches.</summary>
internal sealed class TargetSelectors
{
    private readonly Dictionary<(string Kind, ObjectKey Key), (LabelSelector Source, SelectorMatcher Matcher)> _known = [];

    /// <summary>Null if the target has none (no error), or one that is none.</summary>
    public SelectorMatcher? Of(Scale scale, out string? error)
    {
        error = null;
        if (scale.Selector is not { IsEmpty: false } source) return null;
        if (_known.TryGetValue((scale.TargetKind, scale.Key), out var known) && AreSame(known.Source, source)) return known.Matcher;
        if (!SelectorMatcher.TryCompile(source, out var matcher, out error)) return null;
        _known[(scale.TargetKind, scale.Key)] = (source, matcher);
        return matcher;
    }

    private static bool AreSame(LabelSelector left, LabelSelector right) =>
        ReferenceEquals(left, right)
        || (left.MatchLabels.SameAs(right.MatchLabels) && left.MatchExpressions.SequenceEqual(right.MatchExpressions));
}
