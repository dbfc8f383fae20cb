using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Selectors of targets, compiled once: servers remember by its instance what one matches.</summary>
internal sealed class TargetSelectors
{
    private readonly Dictionary<ObjectKey, Known> _known = [];

    /// <summary>Null if the target has none (no error), or one that is none.</summary>
    public SelectorMatcher? Of(Scale scale, out string? error)
    {
        error = null;
        var isKnown = _known.TryGetValue(scale.Key, out var known) && known.Scale.TargetKind == scale.TargetKind;
        if (isKnown && ReferenceEquals(known!.Scale, scale)) return known.Matcher;
        if (scale.Selector is not { IsEmpty: false } source) return null;
        if (isKnown && AreSame(known!.Source, source)) known.Scale = scale;
        else if (SelectorMatcher.TryCompile(source, out var matcher, out error))
        {
            _known[scale.Key] = known = new Known(source, matcher, scale);
        }
        else return null;
        return known.Matcher;
    }

    private static bool AreSame(LabelSelector left, LabelSelector right) =>
        ReferenceEquals(left, right)
        || (left.MatchLabels.SameAs(right.MatchLabels) && left.MatchExpressions.SequenceEqual(right.MatchExpressions));

    private sealed class Known(LabelSelector source, SelectorMatcher matcher, Scale scale)
    {
        public LabelSelector Source => source;

        public SelectorMatcher Matcher => matcher;

        /// <summary>The version of the target that was read last.</summary>
        public Scale Scale { get; set; } = scale;
    }
}
