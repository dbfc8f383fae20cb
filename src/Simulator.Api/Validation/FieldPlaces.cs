using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// Finds the place in a manifest that a message of the API server is about; a field that is not there is looked for at what it would stand
/// in.
/// </summary>
internal static class FieldPlaces
{
    /// <summary>What messages call otherwise than manifests do.</summary>
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["persistentDisk"] = ["gcePersistentDisk"],
        ["cephFS"] = ["cephfs"],
        ["downwarAPI"] = ["downwardAPI"],
        ["rollback"] = ["rollbackTo"],
        ["version"] = ["revision"],
        ["LoadBalancerSourceRanges"] = ["loadBalancerSourceRanges"],
        ["scaleTargetRef"] = ["scaleRef"],
        ["targetCPUUtilizationPercentage"] = ["cpuUtilization", "targetPercentage"],
        ["serviceAccountName"] = ["serviceAccount"],
        ["externalIPs"] = ["deprecatedPublicIPs"],
        ["labels"] = ["metadata", "labels"],
        ["annotations"] = ["metadata", "annotations"],
        ["storage"] = ["requests", "storage"],
        ["matchLabels"] = ["."],
    };

    public static SourceNode Find(SourceNode @object, FieldPath path)
    {
        var steps = new Stack<FieldPath>();
        for (var step = path; step is not null; step = step.Parent) steps.Push(step);
        var (node, parent) = (@object, @object);
        while (steps.TryPop(out var step))
        {
            if (Next(node, parent, step) is not { } next) return node;
            (parent, node) = (node, next);
        }

        return node;
    }

    private static SourceNode? Next(SourceNode node, SourceNode parent, FieldPath step) => node switch
    {
        SourceSequence list => Item(list, step),
        SourceMapping map when step.Text == "initContainers" && map[step.Text] is null => InitAnnotation(parent) ?? Child(map, step.Text),
        SourceMapping map => Child(map, step.Text),
        _ => null,
    };

    private static SourceNode? Item(SourceSequence list, FieldPath step)
    {
        var index = step.Step == FieldStep.Index ? int.Parse(step.Text, CultureInfo.InvariantCulture) : list.Items.Count;
        return index < list.Items.Count ? list.Items[index] : null;
    }

    private static SourceNode? Child(SourceMapping map, string name)
    {
        if (map[name] is { } child) return child;
        if (!OtherNames.TryGetValue(name, out var steps)) return null;
        SourceNode? node = map;
        foreach (var step in steps) node = step == "." ? node : (node as SourceMapping)?[step];
        return node;
    }

    /// <summary>1.3 keeps init containers in an annotation beside the spec.</summary>
    private static SourceNode? InitAnnotation(SourceNode template) =>
        ((template as SourceMapping)?["metadata"] as SourceMapping)?["annotations"] is SourceMapping annotations
            ? annotations[WellKnownAnnotations.InitContainers]
            : null;
}
