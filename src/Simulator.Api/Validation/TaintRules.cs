using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// The annotations of taints and tolerations (validateTaints, validateTolerations in pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class TaintRules
{
    public static void CheckTolerations(Parsed<IReadOnlyList<Toleration>> parsed, FieldPath annotations, FieldErrors errors)
    {
        if (parsed.Error is { } fault) errors.Invalid(annotations, WellKnownAnnotations.Tolerations, fault);
        var path = annotations.Child(WellKnownAnnotations.Tolerations);
        for (var i = 0; i < (parsed.Value?.Count ?? 0); i++) Check(parsed.Value![i], path.Index(i), errors);
    }

    public static void CheckTaints(Parsed<IReadOnlyList<Taint>> parsed, FieldPath annotations, FieldErrors errors)
    {
        if (parsed.Error is { } fault) errors.Invalid(annotations, WellKnownAnnotations.Taints, fault);
        var path = annotations.Child(WellKnownAnnotations.Taints);
        for (var i = 0; i < (parsed.Value?.Count ?? 0); i++) Check(parsed.Value![i], path.Index(i), errors);
    }

    private static void Check(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        errors.InvalidEach(path.Child("key"), toleration.Key, TextRules.QualifiedName(toleration.Key));
        var place = path.Child("operator");
        if (toleration.Operator is "" or "Equal") CheckValue(toleration.Value, place, errors);
        else if (toleration.Operator != "Exists") errors.Unsupported(place, toleration.Operator, "Equal", "Exists");
        else if (toleration.Value.Length > 0)
            errors.InvalidJson(place, JsonOf(toleration), "value must be empty when `operator` is 'Exists'");
        if (toleration.Effect.Length > 0) CheckEffect(toleration.Effect, path.Child("effect"), errors);
    }

    private static void Check(Taint taint, FieldPath path, FieldErrors errors)
    {
        errors.InvalidEach(path.Child("key"), taint.Key, TextRules.QualifiedName(taint.Key));
        CheckValue(taint.Value, path.Child("value"), errors);
        if (taint.Effect.Length == 0) errors.Required(path.Child("effect"));
        else CheckEffect(taint.Effect, path.Child("effect"), errors);
    }

    /// <summary>Of a version that reads them in the spec (validateNodeTaints of 1.20).</summary>
    public static void CheckLater(IReadOnlyList<Taint> taints, FieldErrors errors)
    {
        HashSet<(string Key, string Effect)> known = [];
        for (var i = 0; i < taints.Count; i++)
        {
            var (taint, place) = (taints[i], FieldPath.Spec.Child("taints").Index(i));
            errors.InvalidEach(place.Child("key"), taint.Key, TextRules.QualifiedName(taint.Key));
            CheckValue(taint.Value, place.Child("value"), errors);
            if (taint.Effect.Length == 0) errors.Required(place.Child("effect"));
            else LaterPodRules.CheckEffect(taint.Effect, place.Child("effect"), errors);
            if (!known.Add((taint.Key, taint.Effect)))
                errors.DuplicateJson(place, JsonOf(taint), "taints must be unique by key and effect pair");
        }
    }

    public static void CheckValue(string value, FieldPath path, FieldErrors errors)
    {
        if (TextRules.LabelValue(value) is { Count: > 0 } messages) errors.Invalid(path, value, string.Join(";", messages));
    }

    private static void CheckEffect(string effect, FieldPath path, FieldErrors errors)
    {
        if (effect is not ("NoSchedule" or "PreferNoSchedule")) errors.Unsupported(path, effect, "NoSchedule", "PreferNoSchedule");
    }

    private static string JsonOf(Taint taint) => JsonText.Map(
        ("key", JsonText.Of(taint.Key)), ("value", taint.Value.Length > 0 ? JsonText.Of(taint.Value) : ""),
        ("effect", JsonText.Of(taint.Effect)));

    private static string JsonOf(Toleration toleration) => JsonText.Map(
        ("key", toleration.Key.Length > 0 ? JsonText.Of(toleration.Key) : ""),
        ("operator", JsonText.Of(toleration.Operator)),
        ("value", JsonText.Of(toleration.Value)),
        ("effect", toleration.Effect.Length > 0 ? JsonText.Of(toleration.Effect) : ""));
}
