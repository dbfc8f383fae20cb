using System.Globalization;
using System.Text;
using Simulator.Api;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>Groups nodes that are alike: in zone, labels, taints, capacity and allocatable.</summary>
internal static class PoolGroups
{
    /// <summary>Of nodes that no label gives a zone.</summary>
    public const string NoZone = "no-zone";

    private const string NameMark = "{name}";

    private static readonly string[] ZoneKeys = [WellKnownLabels.Zone, "topology.kubernetes.io/zone"];
    private static readonly string[] RegionKeys = [WellKnownLabels.Region, "topology.kubernetes.io/region"];

    /// <summary>In the order of their first nodes.</summary>
    /// <param name="more">Labels that nodes get besides.</param>
    public static IReadOnlyList<FoundPool> Of(IEnumerable<DumpNode> nodes, ILookup<string, string> more)
    {
        var groups = new Dictionary<string, List<DumpNode>>(StringComparer.Ordinal);
        foreach (var node in nodes.OrderBy(node => node.Name, StringComparer.Ordinal))
        {
            var key = KeyOf(node, more[node.Name]);
            if (!groups.TryGetValue(key, out var alike)) groups.Add(key, alike = []);
            alike.Add(node);
        }

        var names = new PoolNames(groups.Values);
        return [.. groups.Values.OrderBy(alike => alike[0].Name, StringComparer.Ordinal)
            .Select(alike => new FoundPool(names.Of(alike), ZoneOf(alike[0]), alike[0], alike)
            {
                Labels = LabelsOf(alike[0], more[alike[0].Name]),
            })];
    }

    public static string ZoneOf(DumpNode node) =>
        ZoneKeys.Select(node.Label).FirstOrDefault(zone => zone.Length > 0) ?? NoZone;

    /// <summary>With the names of 1.3 for zone and region, and without that of the host, which stands beside them.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> LabelsOf(DumpNode node, IEnumerable<string> more)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Labels)
        {
            if (key != WellKnownLabels.Hostname) labels[key] = Generic(value, node.Name);
        }

        Alias(labels, ZoneKeys);
        Alias(labels, RegionKeys);
        foreach (var key in more) labels[key] = "true";
        return [.. labels];
    }

    private static void Alias(SortedDictionary<string, string> labels, string[] keys)
    {
        if (!labels.ContainsKey(keys[0]) && labels.TryGetValue(keys[1], out var value)) labels[keys[0]] = value;
    }

    /// <summary>Labels of drivers that name the node are alike on all of them.</summary>
    private static string Generic(string value, string name) => value == name ? NameMark : value;

    private static string KeyOf(DumpNode node, IEnumerable<string> more)
    {
        var text = new StringBuilder(ZoneOf(node)).Append('\n');
        foreach (var (key, value) in LabelsOf(node, more)) text.Append(CultureInfo.InvariantCulture, $"{key}={value}\n");
        foreach (var taint in node.Taints) text.Append(CultureInfo.InvariantCulture, $"{taint.Key}={taint.Value}:{taint.Effect}\n");
        foreach (var (key, value) in node.Capacity.Concat(node.Allocatable)) text.Append(CultureInfo.InvariantCulture, $"{key}={value}\n");
        return text.ToString();
    }
}
