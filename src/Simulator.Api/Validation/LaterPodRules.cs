namespace Simulator.Api.Validation;

/// <summary>
/// What came into the specs of pods after 1.3: tolerations, spreading and rank (validation.go in pkg/apis/core/validation of 1.20). Each is
/// judged where the version acts upon it.
/// </summary>
internal static class LaterPodRules
{
    private const string NoExecute = "NoExecute";

    public static void Check(PodSpec spec, FieldErrors errors)
    {
        if (errors.ActsUpon("pod.tolerations[].effect")) CheckTolerations(spec.Tolerations.Value ?? [], errors);
        if (spec.Placement is not { } placement) return;
        if (errors.ActsUpon("pod.topologySpreadConstraints")) CheckSpread(placement.SpreadConstraints, errors);
        if (errors.ActsUpon("pod.priorityClassName") && placement.PriorityClassName is { Length: > 0 } named)
            errors.InvalidEach(FieldPath.Root("priorityClassName"), named, TextRules.Dns1123Subdomain(named));
        if (errors.ActsUpon("pod.preemptionPolicy") && placement.PreemptionPolicy is not ("" or "PreemptLowerPriority" or "Never"))
        {
            errors.Unsupported(
                FieldPath.Root("preemptionPolicy"), placement.PreemptionPolicy, "Never", "PreemptLowerPriority");
        }
    }

    public static void CheckEffect(string effect, FieldPath path, FieldErrors errors)
    {
        if (effect is not ("NoSchedule" or "PreferNoSchedule" or NoExecute))
            errors.Unsupported(path, effect, "NoSchedule", "PreferNoSchedule", NoExecute);
    }

    private static void CheckTolerations(IReadOnlyList<Toleration> tolerations, FieldErrors errors)
    {
        var path = FieldPath.Root("tolerations");
        for (var i = 0; i < tolerations.Count; i++) Check(tolerations[i], path.Index(i), errors);
    }

    private static void Check(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        var place = path.Child("operator");
        if (toleration.Key.Length > 0) errors.InvalidEach(path.Child("key"), toleration.Key, TextRules.QualifiedName(toleration.Key));
        else if (toleration.Operator != "Exists")
        {
            errors.Invalid(
                place, toleration.Operator, "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }

        if (toleration.Seconds is not null && toleration.Effect != NoExecute)
            errors.Invalid(path.Child("effect"), toleration.Effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
        if (toleration.Operator is not ("" or "Equal" or "Exists")) errors.Unsupported(place, toleration.Operator, "Equal", "Exists");
        else if (toleration.Operator != "Exists") TaintRules.CheckValue(toleration.Value, place, errors);
        else if (toleration.Value.Length > 0)
            errors.Invalid(place, toleration.Value, "value must be empty when `operator` is 'Exists'");
        if (toleration.Effect.Length > 0) CheckEffect(toleration.Effect, path.Child("effect"), errors);
    }

    private static void CheckSpread(IReadOnlyList<TopologySpreadConstraint> constraints, FieldErrors errors)
    {
        var path = FieldPath.Root("topologySpreadConstraints");
        for (var i = 0; i < constraints.Count; i++)
        {
            var (constraint, place) = (constraints[i], path.Index(i));
            if (constraint.MaxSkew <= 0) errors.Invalid(place.Child("maxSkew"), constraint.MaxSkew, "must be greater than zero");
            var key = place.Child("topologyKey");
            if (constraint.TopologyKey.Length == 0) errors.Required(key, "can not be empty");
            else errors.InvalidEach(key, constraint.TopologyKey, TextRules.QualifiedName(constraint.TopologyKey));
            if (constraint.WhenUnsatisfiable is not ("DoNotSchedule" or "ScheduleAnyway"))
            {
                errors.Unsupported(
                    place.Child("whenUnsatisfiable"), constraint.WhenUnsatisfiable, "DoNotSchedule", "ScheduleAnyway");
            }

            if (constraints.Skip(i + 1).Any(other => SamePair(other, constraint)))
            {
                errors.Duplicate(
                    place.Child("{topologyKey, whenUnsatisfiable}"), $"{{{constraint.TopologyKey}, {constraint.WhenUnsatisfiable}}}");
            }
        }
    }

    private static bool SamePair(TopologySpreadConstraint one, TopologySpreadConstraint other) =>
        (one.TopologyKey, one.WhenUnsatisfiable) == (other.TopologyKey, other.WhenUnsatisfiable);
}
