using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Ownership;

/// <summary>What tells an object of a dump apart, and who made it: read before the object itself is.</summary>
internal sealed record InputObject(string Kind, string Namespace, string Name, string Uid)
{
    /// <summary>Those of which this object says that they own it.</summary>
    public IReadOnlyList<OwnerClaim> Owners { get; private init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; private init; } = new Dictionary<string, string>();

    /// <summary>Labels that select pods (or ReplicaSets, or endpoints); null if it selects nothing, or not by plain labels.</summary>
    public IReadOnlyDictionary<string, string>? Selector { get; private init; }

    /// <summary>A kubelet shows a pod of its own by it: the API does not make such pods.</summary>
    public bool IsMirror { get; private init; }

    /// <summary>A program notes in it that it leads.</summary>
    public bool IsLeader { get; private init; }

    /// <param name="kind">StatefulSets are PetSets here.</param>
    public static InputObject From(SourceMapping @object, string kind)
    {
        var metadata = @object["metadata"] as SourceMapping;
        var annotations = TextsOf(metadata?["annotations"]);
        return new InputObject(
            kind == "StatefulSet" ? "PetSet" : kind, TextOf(metadata, "namespace", "default"), TextOf(metadata, "name"),
            TextOf(metadata, "uid"))
        {
            Owners = [.. References(metadata), .. CreatedBy(annotations.GetValueOrDefault("kubernetes.io/created-by", ""))],
            Labels = TextsOf(metadata?["labels"]),
            Selector = SelectorOf(@object["spec"] as SourceMapping),
            IsMirror = annotations.ContainsKey(WellKnownAnnotations.MirrorPod),
            IsLeader = annotations.ContainsKey("control-plane.alpha.kubernetes.io/leader"),
        };
    }

    private static IEnumerable<OwnerClaim> References(SourceMapping? metadata) =>
        metadata?["ownerReferences"] is SourceSequence references ? references.Items.OfType<SourceMapping>().Select(OwnerClaim.From) : [];

    /// <summary>1.3 writes no owner references: a controller notes itself as JSON in an annotation.</summary>
    private static IEnumerable<OwnerClaim> CreatedBy(string text)
    {
        if (text.Length == 0) return [];
        var values = SourceTree.ParseJson("annotation", Encoding.UTF8.GetBytes(text), new Diagnostics(), DuplicateKeys.LastWins);
        return values is [SourceMapping mapping] && mapping["reference"] is SourceMapping reference ? [OwnerClaim.From(reference)] : [];
    }

    private static IReadOnlyDictionary<string, string>? SelectorOf(SourceMapping? spec)
    {
        var selector = spec?["selector"] as SourceMapping;
        if (selector?["matchExpressions"] is SourceSequence { Items.Count: > 0 }) return null;
        var labels = TextsOf(selector?["matchLabels"]
            ?? selector
            ?? ((spec?["template"] as SourceMapping)?["metadata"] as SourceMapping)?["labels"]);
        return labels.Count == 0 ? null : labels;
    }

    private static IReadOnlyDictionary<string, string> TextsOf(SourceNode? node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (node as SourceMapping)?.Entries ?? [])
        {
            if (entry.Value is SourceScalar scalar) texts[entry.Key] = scalar.Text;
        }

        return texts;
    }

    private static string TextOf(SourceMapping? mapping, string key, string otherwise = "") =>
        mapping?[key] is SourceScalar { IsNull: false, Text.Length: > 0 } scalar ? scalar.Text : otherwise;
}
