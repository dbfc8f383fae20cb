using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// Where a version would run a DaemonSet on other nodes than it was found on, because its controller looks at node selectors alone and not
/// at taints and affinities: those nodes get a label by which the set selects them.
/// </summary>
internal sealed class DaemonPlaces(Dump dump, KubernetesVersion version, Diagnostics diagnostics)
{
    public const string Prefix = "daemons.found/";
    private const int NameMax = 63;

    private readonly List<(string Node, string Label)> _labels = [];

    /// <summary>Labels by node.</summary>
    /// <param name="rows">Of all pods.</param>
    public ILookup<string, string> Note(IReadOnlyList<FoundRow> rows)
    {
        var places = rows.Where(row => row.Owner.StartsWith("DaemonSet/", StringComparison.Ordinal) && row.Pod.Node.Length > 0)
            .ToLookup(row => (row.Pod.Namespace, row.Owner["DaemonSet/".Length..]), row => row.Pod.Node);
        foreach (var set in dump.Objects.Values.Where(value => value.Name.Kind == "DaemonSet" && !version.SchedulesDaemons))
        {
            Note(set, places[(set.Name.Namespace, set.Name.Name)].ToHashSet(StringComparer.Ordinal));
        }

        return _labels.ToLookup(label => label.Node, label => label.Label);
    }

    private void Note(DumpObject set, HashSet<string> found)
    {
        if (set.Template.Map("spec") is not { } spec) return;
        var selector = spec.Map("nodeSelector") ?? [];
        var others = dump.Nodes.Count(node => !found.Contains(node.Name) && IsSelected(selector, node));
        if (others == 0) return;
        var label = Prefix + LabelOf(set.Name);
        spec["nodeSelector"] ??= selector;
        selector[label] = "true";
        _labels.AddRange(found.Select(node => (node, label)));
        diagnostics.Add(new Omission(
            Effect.ChangesDecisions, "DaemonSet", "spec.template.spec.tolerations",
            $"{version.Word}'s controller looks at node selectors alone, not at taints or affinities: it is held to the nodes that it "
                + $"ran on by the label {Prefix}NAME, and does not come to new ones", set.Place.File, set.Place.Line, set.Place.Column));
    }

    private static bool IsSelected(JsonObject selector, DumpNode node) =>
        selector.All(label => node.Labels.Any(own => own.Key == label.Key && own.Value == label.Value?.ToString()));

    private static string LabelOf(FoundName set)
    {
        var name = $"{set.Namespace}.{set.Name}";
        return name.Length <= NameMax ? name : $"{name[..(NameMax - 9)].TrimEnd('.', '-')}-{CanonicalJson.ShortHash(name)}";
    }
}
