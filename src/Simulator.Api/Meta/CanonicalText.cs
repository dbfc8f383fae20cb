using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Simulator.Api;

/// <summary>
/// The content of a pod template as text: equal templates have equal texts, whatever their instances. Fields in name order.
/// </summary>
/// <remarks>Worked out once an instance: controllers ask at every sync.</remarks>
public static class CanonicalText
{
    private static readonly ConditionalWeakTable<PodTemplate, string> Known = [];

    private static readonly ConditionalWeakTable<Type, PropertyInfo[]> Fields = [];

    /// <summary>
    /// What came after 1.3 is not in a template's own text: it stands in the details already, as JSON, so that hashes of 1.3 stay.
    /// </summary>
    private static readonly HashSet<string> OfLaterVersions =
    [
        nameof(PodSpec.Placement), nameof(PodSpec.ReadinessGates), nameof(ContainerPort.HostIP), nameof(Volume.Iscsi),
        nameof(Volume.AzureDisk), nameof(NodeSelectorTerm.MatchFields), nameof(Toleration.Seconds),
    ];

    private static readonly HashSet<string> Nothing = [];

    /// <summary>Without the label pod-template-hash (equalIgnoreHash in pkg/util/deployment of 1.3.10).</summary>
    public static string Of(PodTemplate template) => Known.GetValue(template, static template =>
    {
        var text = new StringBuilder();
        Write(template with { Labels = template.Labels.Without(WellKnownLabels.PodTemplateHash) }, text, OfLaterVersions);
        return text.ToString();
    });

    /// <summary>True if two values of one type have the same content.</summary>
    public static bool AreEqual(object? left, object? right)
    {
        if (ReferenceEquals(left, right)) return true;
        var (one, other) = (new StringBuilder(), new StringBuilder());
        Write(left, one, Nothing);
        Write(right, other, Nothing);
        return one.Equals(other);
    }

    /// <summary>All of a value: those of one type have the same content if they have the same text.</summary>
    public static string Whole(object value)
    {
        var text = new StringBuilder();
        Write(value, text, Nothing);
        return text.ToString();
    }

    /// <param name="leftOut">Names of fields that do not count.</param>
    private static void Write(object? value, StringBuilder text, HashSet<string> leftOut)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case string plain: text.Append(CultureInfo.InvariantCulture, $"{plain.Length}:{plain}"); break;
            case ResourceList amounts: WriteAmounts(amounts, text, leftOut); break;
            case Instant moment: text.Append(CultureInfo.InvariantCulture, $"{moment.Ticks}t"); break;
            case Quantity quantity: text.Append(CultureInfo.InvariantCulture, $"{quantity.Nanos}n"); break;
            case IFormattable or bool: text.Append(CultureInfo.InvariantCulture, $"{value}"); break;
            case IEnumerable items: WriteItems(items, text, leftOut); break;
            default: WriteFields(value, text, leftOut); break;
        }
    }

    private static void WriteAmounts(ResourceList amounts, StringBuilder text, HashSet<string> leftOut)
    {
        foreach (var (name, amount) in amounts.Amounts)
        {
            Write(name, text, leftOut);
            Write(amount, text, leftOut);
        }
    }

    private static void WriteItems(IEnumerable items, StringBuilder text, HashSet<string> leftOut)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Write(item, text, leftOut);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void WriteFields(object value, StringBuilder text, HashSet<string> leftOut)
    {
        text.Append('{');
        foreach (var field in Fields.GetValue(value.GetType(), FieldsOf))
        {
            if (leftOut.Contains(field.Name)) continue;

            var content = field.GetValue(value);
            if (content is null && CountsWhereThere(field.Name)) continue;
            text.Append(field.Name).Append('=');
            Write(content, text, leftOut);
            text.Append(';');
        }

        text.Append('}');
    }

    /// <summary>What is not acted upon, and what 1.3 has not: hashes of templates without it stay what they were.</summary>
    private static bool CountsWhereThere(string field) => field is nameof(PodSpec.Details) or nameof(Container.StartupProbe);

    private static PropertyInfo[] FieldsOf(Type type)
    {
        PropertyInfo[] fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(
            field => field.GetIndexParameters().Length == 0)];
        Array.Sort(fields, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return fields;
    }
}
