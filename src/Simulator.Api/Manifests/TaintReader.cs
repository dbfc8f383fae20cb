using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Taints of nodes and tolerations of pods: the same shape in annotations of 1.3 and in today's fields.</summary>
internal static class TaintReader
{
    /// <summary>The annotation if it has text, else today's spec.taints.</summary>
    public static Parsed<IReadOnlyList<Taint>> ReadTaints(LabelSet annotations, FieldReader spec)
    {
        var today = spec.Optional("taints")?.List(ReadTaint);
        var isAnnotated = annotations.ValueOrEmpty(WellKnownAnnotations.Taints).Length != 0;
        return isAnnotated ? ReadTaints(annotations) : new Parsed<IReadOnlyList<Taint>>(today);
    }

    /// <summary>The annotation; absent if it has no text.</summary>
    public static Parsed<IReadOnlyList<Taint>> ReadTaints(LabelSet annotations) =>
        AnnotationText.List(annotations.ValueOrEmpty(WellKnownAnnotations.Taints), ReadTaint);

    /// <summary>The annotation if it has text, else today's spec.tolerations.</summary>
    public static Parsed<IReadOnlyList<Toleration>> ReadTolerations(LabelSet annotations, FieldReader spec)
    {
        var today = spec.Optional("tolerations")?.List(ReadToleration);
        var text = annotations.ValueOrEmpty(WellKnownAnnotations.Tolerations);
        return text.Length != 0 ? AnnotationText.List(text, ReadToleration) : new Parsed<IReadOnlyList<Toleration>>(today);
    }

    private static Taint ReadTaint(FieldReader fields) =>
        new(fields.Text("key"), fields.Text("value"), ReadEffect(fields));

    private static Toleration ReadToleration(FieldReader fields) =>
        new(fields.Text("key"), fields.Text("operator"), fields.Text("value"), ReadEffect(fields))
        {
            Seconds = fields.Peek("tolerationSeconds")?.Long(),
        };

    /// <summary>
    /// Any other effect acts like NoSchedule (TolerationToleratesTaint). What every pod of later versions is given says what 1.3 does
    /// anyway.
    /// </summary>
    private static string ReadEffect(FieldReader fields)
    {
        var effect = fields.Text("effect");
        if (effect is not ("" or "NoSchedule" or "PreferNoSchedule") && !IsEvictionAfterFiveMinutes(fields)) fields.NotActedUpon("effect");
        return effect;
    }

    private static bool IsEvictionAfterFiveMinutes(FieldReader fields) =>
        fields.Text("key") is "node.kubernetes.io/not-ready" or "node.kubernetes.io/unreachable"
        && (fields.Node["tolerationSeconds"] as SourceScalar)?.Text == "300";
}
