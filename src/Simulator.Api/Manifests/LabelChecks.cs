namespace Simulator.Api;

/// <summary>The API server's rules for labels, with the place of the culprit.</summary>
internal static class LabelChecks
{
    public static string Shown(LabelSet labels) => labels.Count == 0 ? "none" : Wording.Shortened(labels.ToString());

    /// <summary>Checks the keys and values of a map of labels.</summary>
    public static void Check(SourceCursor? labels)
    {
        if (labels is not { Node: SourceMapping, Context.Validates: true } map) return;
        foreach (var (key, value) in map.Entries())
        {
            if (!LabelRules.IsValidKey(key)) value.Error($"'{Wording.Shortened(key)}' is not a label key; allowed are {LabelRules.KeyRule}");
            if (value.Node is SourceScalar { Kind: ScalarKind.Text } scalar && !LabelRules.IsValidValue(scalar.Text)) value.Error($"{value.Describe()} is not a label value; allowed are {LabelRules.ValueRule}");
        }
    }
}
