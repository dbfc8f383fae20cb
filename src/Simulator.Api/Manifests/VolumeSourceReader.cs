using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Validation;

namespace Simulator.Api.Manifests;

/// <summary>What the API server's rules look at in the sources of a volume.</summary>
internal static class VolumeSourceReader
{
    /// <summary>The sources that are there, in the order of the rules.</summary>
    public static IReadOnlyList<VolumeSource> ReadAll(SourceMapping volume, IReadOnlyList<VolumeSourceRule> rules) =>
        [.. rules.Where(rule => volume[rule.Key] is SourceMapping).Select(rule => Read(rule, (SourceMapping)volume[rule.Key]!))];

    private static VolumeSource Read(VolumeSourceRule rule, SourceMapping source)
    {
        var fields = rule.Fields.Select(field => (Name: field, Text: TextOf(source[field]))).Where(field => field.Text.Length > 0);
        return new VolumeSource(rule.Key, LabelSet.Of([.. fields])) { Items = rule.Key == "downwardAPI" ? ReadItems(source) : [] };
    }

    private static string TextOf(SourceNode? node) => node switch
    {
        SourceScalar { Kind: not ScalarKind.Null } scalar => scalar.Text,
        SourceSequence { Items.Count: > 0 } list => list.Items.Count.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static IReadOnlyList<DownwardItem> ReadItems(SourceMapping source)
    {
        var context = new ReadingContext(new Diagnostics(), ReadingRules.Annotation);
        return new SourceCursor(source, SourcePath.Root, context).Read(fields => new Shown(fields.List("items", ReadItem)))?.Items ?? [];
    }

    private static DownwardItem ReadItem(FieldReader fields) => new(
        fields.Text("path"),
        fields.Object("fieldRef", FieldReferenceReader.ReadField),
        fields.Object("resourceFieldRef", FieldReferenceReader.ReadResource));

    private sealed record Shown(IReadOnlyList<DownwardItem> Items);
}
