using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Engine;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Cursors as values with the narrower ranges of a scenario. Null after an error was reported.</summary>
internal static class CheckedValues
{
    /// <summary>A duration above 0.</summary>
    public static TimeSpan? Period(this SourceCursor cursor)
    {
        var duration = cursor.Duration();
        if (duration is null || duration > TimeSpan.Zero) return duration;
        cursor.Error($"{cursor.Describe()} is {(duration == TimeSpan.Zero ? "zero" : "negative")}; allowed are durations above 0");
        return null;
    }

    /// <summary>As <see cref="Period"/>; whether the run is long enough for too many of them, is told when its length is known.</summary>
    public static TimeSpan? Cycle(this SourceCursor cursor)
    {
        var period = cursor.Period();
        if (period is { } known) cursor.Context.Cycles.Add((cursor, known));
        return period;
    }

    /// <summary>A duration, or a distribution of durations.</summary>
    public static IDistribution? Distribution(this SourceCursor cursor)
    {
        if (cursor.Node is not SourceScalar { Kind: not ScalarKind.Null } scalar) cursor.Refuse(DistributionText.Allowed);
        else if (DistributionText.Parse(scalar.Text, out var problem) is { } distribution) return distribution;
        else if (problem.Length > 0) cursor.Error($"{cursor.Describe()} {problem}");
        else cursor.Refuse(DistributionText.Allowed);
        return null;
    }

    /// <summary>As <see cref="Distribution"/>, but for 0 itself.</summary>
    public static IDistribution? DistributionAboveZero(this SourceCursor cursor)
    {
        if (cursor.Distribution() is not { } distribution) return null;
        if (distribution is not Constant { Value.Ticks: 0 }) return distribution;
        cursor.Error($"{cursor.Describe()} is zero; allowed are durations above 0");
        return null;
    }

    /// <summary>A quantity above 0.</summary>
    public static Quantity? PositiveAmount(this SourceCursor cursor)
    {
        var amount = cursor.Amount();
        if (amount is not { Nanos: var nanos } || nanos > 0) return amount;
        cursor.Error($"{cursor.Describe()} is {(nanos == 0 ? "zero" : "negative")}; allowed are quantities above 0");
        return null;
    }

    /// <summary>A quantity from 0.</summary>
    public static Quantity? AmountFromZero(this SourceCursor cursor)
    {
        var amount = cursor.Amount();
        if (amount is not { Nanos: var nanos } || nanos >= 0) return amount;
        cursor.Error($"{cursor.Describe()} is negative; allowed are quantities from 0");
        return null;
    }

    /// <summary>Lower-case letters, digits and '-': what can become a part of object names.</summary>
    public static string? ObjectName(this SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (text.Length <= 40 && LabelRules.IsValidName(text) && !text.Contains('.', StringComparison.Ordinal)) return text;
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed are up to 40 lower-case letters, digits or '-', beginning and ending "
            + "with a letter or digit");
        return null;
    }

    /// <summary>A DNS name such as example.com.</summary>
    public static string? DomainName(this SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (LabelRules.IsValidName(text)) return text;
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed are {LabelRules.NameRule}");
        return null;
    }

    /// <summary>Letters, digits, '-', '_' and '.': what is a label value and a folder name everywhere.</summary>
    public static string? LabelValue(this SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (text.Length > 0 && LabelRules.IsValidValue(text)) return text;
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed are up to 63 letters, digits, '-', '_' or '.', beginning and ending "
            + "with a letter or digit");
        return null;
    }

    /// <summary>At least one label value, each once.</summary>
    public static IReadOnlyList<string>? Zones(this SourceCursor cursor)
    {
        var zones = new List<string>();
        foreach (var item in cursor.Items())
        {
            if (item.LabelValue() is not { } zone) continue;
            if (zones.Contains(zone, StringComparer.Ordinal)) item.Error($"the zone '{zone}' comes twice");
            else zones.Add(zone);
        }

        if (cursor.Node is SourceSequence { Items.Count: 0 }) cursor.Error("the list is empty; allowed is at least one zone");
        return zones.Count == 0 ? null : zones;
    }

    /// <summary>Names of nodes, each once.</summary>
    public static IReadOnlyList<string>? NodeNames(this SourceCursor cursor)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in cursor.Items())
        {
            if (item.Text() is not { } name) continue;
            if (!LabelRules.IsValidName(name)) item.Error($"found '{Wording.Shortened(name)}'; allowed are {LabelRules.NameRule}");
            else if (!names.Add(name)) item.Error($"the node '{name}' comes twice");
        }

        return [.. names];
    }

    public static LabelSet? NodeLabels(this SourceCursor cursor)
    {
        foreach (var (key, value) in cursor.Node is SourceMapping ? cursor.Entries() : [])
        {
            if (!LabelRules.IsValidKey(key))
            {
                value.Error($"'{Wording.Shortened(key)}' is not a label key; allowed are {LabelRules.KeyRule}");
            }
            if (value.Node is SourceScalar scalar
                && !LabelRules.IsValidValue(scalar.Text.Replace("{name}", "name", StringComparison.Ordinal)))
            {
                value.Error($"{value.Describe()} is not a label value; allowed are {LabelRules.ValueRule}");
            }
        }

        return cursor.Labels();
    }
}
