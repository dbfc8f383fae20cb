using System.Collections.Frozen;

namespace Simulator.Api.Omissions;

/// <summary>Finds what becomes of a field that nobody reads.</summary>
internal static class FieldRules
{
    private const string Annotations = "metadata.annotations.'";

    private static readonly FrozenDictionary<(string Kind, string Field), FieldRule> Table =
        new[] { PodFieldRules.All, ContainerFieldRules.All, WorkloadFieldRules.All, ServiceFieldRules.All, MetaFieldRules.All }
            .SelectMany(rules => rules)
            .ToFrozenDictionary(rule => (rule.Kind, rule.Field));

    private static readonly FieldRule UnknownAnnotation = FieldRule.Details("", "no feature that this program knows");

    private static readonly FieldRule Unknown =
        FieldRule.Decisions("", "no field that this program knows: kubectl refuses those that its server does not know (--validate)");

    /// <summary>Where pod specs and metadata stand in the kinds that are read.</summary>
    private static readonly (string Long, string Short)[] Places =
    [
        ("spec.template.spec.", "pod."),
        ("spec.template.metadata.", "metadata."),
        ("spec.volumeClaimTemplates[].metadata.", "metadata."),
    ];

    /// <summary>A field that has a rule of its own, else a misspelled one, else what is above it.</summary>
    /// <param name="field">Its pattern in the object: <c>spec.template.spec.dnsPolicy</c>.</param>
    /// <param name="near">A key that is read there and absent, and that may have been meant.</param>
    public static FieldRule Find(string kind, string field, string? near)
    {
        var place = PlaceOf(kind, field);
        if (At(kind, place) is { } own) return own;
        if (near is not null) return FieldRule.Decisions(field, $"no such field; did you mean {near}?");
        for (var above = Above(place); above.Length > 0; above = Above(above))
        {
            if (At(kind, above) is { } rule) return rule;
        }

        return place.StartsWith(Annotations, StringComparison.Ordinal) ? UnknownAnnotation : Unknown;
    }

    private static FieldRule? At(string kind, string place) =>
        Table.GetValueOrDefault((kind, place)) ?? Table.GetValueOrDefault(("", place));

    private static string PlaceOf(string kind, string field)
    {
        var place = kind == "Pod" && field.StartsWith("spec.", StringComparison.Ordinal) ? "pod." + field[5..] : field;
        foreach (var (prefix, shorter) in Places)
        {
            if (place.StartsWith(prefix, StringComparison.Ordinal)) place = shorter + place[prefix.Length..];
        }

        if (!place.StartsWith("pod.", StringComparison.Ordinal)) return place;
        return place.Replace("pod.initContainers[]", "pod.containers[]", StringComparison.Ordinal);
    }

    /// <summary>An annotation lies in its domain; everything else in the field around it.</summary>
    private static string Above(string place)
    {
        if (place.StartsWith(Annotations, StringComparison.Ordinal))
        {
            var slash = place.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 || place.EndsWith("/*'", StringComparison.Ordinal) ? "" : place[..slash] + "/*'";
        }

        if (place.EndsWith('\'')) return place.IndexOf(".'", StringComparison.Ordinal) is var quote && quote > 0 ? place[..quote] : "";
        if (place.EndsWith("[]", StringComparison.Ordinal)) return place[..^2];
        return place.LastIndexOf('.') is var dot && dot > 0 ? place[..dot] : "";
    }
}
