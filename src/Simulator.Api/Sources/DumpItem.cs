using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>An object of a dump, of which the list around it may say what it is.</summary>
/// <param name="Kind">"" if nobody says.</param>
/// <param name="Version">apiVersion; "" if nobody says.</param>
public readonly record struct DumpItem(SourceMapping Node, string Kind, string Version)
{
    /// <summary>The objects of a document: its items if it is a list.</summary>
    /// <param name="kind">Of the list around it, such as PodList; "" if there is none.</param>
    /// <param name="version">Of the list around it.</param>
    public static IEnumerable<DumpItem> Of(SourceNode document, string kind = "", string version = "")
    {
        if (document is SourceSequence list) return list.Items.SelectMany(item => Of(item, kind, version));
        if (document is not SourceMapping mapping) return [];
        var ownKind = TextOf(mapping, "kind");
        var ownVersion = TextOf(mapping, "apiVersion");
        if (mapping["items"] is SourceSequence items && ownKind.EndsWith("List", StringComparison.Ordinal))
        {
            return items.Items.SelectMany(item => Of(item, ownKind, ownVersion));
        }
        if (mapping["items"] is SourceSequence unnamed && ownKind.Length == 0 && mapping["metadata"] is null)
        {
            return unnamed.Items.SelectMany(item => Of(item, kind, version));
        }
        if (ownKind.Length == 0 && mapping["metadata"] is null && mapping.Entries.Any(IsOfKind))
        {
            return mapping.Entries.Where(IsOfKind).SelectMany(entry => Of(entry.Value));
        }

        var itemKind = kind.EndsWith("List", StringComparison.Ordinal) ? kind[..^4] : kind;
        return [new DumpItem(
            mapping, ownKind.Length > 0 ? ownKind : itemKind.Length > 0 ? itemKind : LookOf(mapping),
            ownVersion.Length > 0 ? ownVersion : itemKind.Length > 0 ? version : "v1")];
    }

    /// <summary>A list or an object under a name that somebody has given it: <c>{"nodes": {"kind": "NodeList", ...}}</c>.</summary>
    private static bool IsOfKind(SourceEntry entry) =>
        entry.Value is SourceMapping map && TextOf(map, "kind").Length > 0 && TextOf(map, "apiVersion").Length > 0;

    /// <summary>An item of a list that does not say its kind either.</summary>
    private static string LookOf(SourceMapping mapping)
    {
        var (spec, status) = (mapping["spec"] as SourceMapping, mapping["status"] as SourceMapping);
        if (spec?["containers"] is not null) return "Pod";
        if (status?["nodeInfo"] is not null) return "Node";
        return "";
    }

    private static string TextOf(SourceMapping mapping, string key) => (mapping[key] as SourceScalar)?.Text ?? "";
}
