using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// Finds for each pod its owner, and what it is like: the owner's template where it is of equal content, else another pod.
/// </summary>
internal sealed class PodRows(Dump dump, IReadOnlyDictionary<FoundName, DumpObject> objects, Diagnostics diagnostics)
{
    private const string PetLabel = "statefulset.kubernetes.io/pod-name";

    private readonly Dictionary<FoundName, Template?> _templates = [];
    private readonly Dictionary<(string Namespace, UInt128 Shape, PodLabels Labels, bool IsStatic), string> _patterns = [];
    private readonly Dictionary<PodShape, List<DumpPod>> _telling = [];
    private readonly HashSet<string> _nodes = [.. dump.Nodes.Select(node => node.Name)];
    private readonly bool _petsAreSelected = objects.Values.Any(value =>
        value.Name.Kind == "Service" && value.Json.Map("spec").Map("selector")?.ContainsKey(PetLabel) == true);

    /// <summary>Manifests of pods that others, or they themselves, are like.</summary>
    public List<(FoundName Name, JsonObject Json)> Manifests { get; } = [];

    /// <summary>In key order.</summary>
    public IReadOnlyList<FoundRow> Make()
    {
        var rows = dump.Pods.OrderBy(pod => pod.Namespace, StringComparer.Ordinal).ThenBy(pod => pod.Name, StringComparer.Ordinal)
            .Where(IsThere)
            .Select(RowOf)
            .ToList();
        foreach (var pods in _telling.Values) dump.TellOf(ManifestOf(pods[0]), pods);
        return rows;
    }

    private bool IsThere(DumpPod pod)
    {
        if (pod.Node.Length == 0 || _nodes.Contains(pod.Node)) return true;
        Tell(Effect.ChangesDecisions, pod, "spec.nodeName", "its node is not in the dump: left out");
        return false;
    }

    private FoundRow RowOf(DumpPod pod)
    {
        var owner = OwnerOf(pod);
        if (pod.IsStatic) return Own(pod, $"Node/{pod.Node}");
        if (owner is null)
        {
            TellOrphan(pod);
            return Own(pod, "");
        }

        var name = $"{owner.Name.Kind}/{owner.Name.Name}";
        return TemplateOf(owner) is { } template && template.Hash == pod.Shape.Hash && MoreLabels(pod, template.Labels) is { } more
            ? new FoundRow(pod, name, "", more)
            : Own(pod, name);
    }

    private DumpObject? OwnerOf(DumpPod pod)
    {
        if (pod.Owner.IsNobody || !objects.TryGetValue(new FoundName(pod.Owner.Kind, pod.Namespace, pod.Owner.Name), out var owner))
        {
            return null;
        }
        return owner.IsOwner && (owner.Uid.Length == 0 || pod.Owner.Uid.Length == 0 || owner.Uid == pod.Owner.Uid) ? owner : null;
    }

    private void TellOrphan(DumpPod pod)
    {
        if (pod.Owner.IsNobody || pod.IsFinished) return;
        Tell(
            Effect.ChangesDecisions, pod, "metadata.ownerReferences",
            $"its {pod.Owner.Kind} is not in the dump, or no controller of it runs here: it lives as a pod of its own, which nobody "
                + "replaces");
    }

    private void Tell(Effect effect, DumpPod pod, string field, string sentence) =>
        diagnostics.Add(new Omission(effect, "Pod", field, sentence, pod.Place.File, pod.Place.Line, pod.Place.Column));

    /// <summary>A pod with a manifest that is not its owner's: the first of those that are alike has it written down.</summary>
    private FoundRow Own(DumpPod pod, string owner)
    {
        if (!_telling.TryGetValue(pod.Shape, out var alike)) _telling.Add(pod.Shape, alike = []);
        alike.Add(pod);
        var pattern = (pod.Namespace, pod.Shape.Hash, pod.Labels, pod.IsStatic);
        if (_patterns.TryGetValue(pattern, out var first)) return new FoundRow(pod, owner, first, "");
        _patterns.Add(pattern, pod.Name);
        Manifests.Add((new FoundName("Pod", pod.Namespace, pod.Name), ManifestOf(pod)));
        return new FoundRow(pod, owner, "", "");
    }

    private static JsonObject ManifestOf(DumpPod pod)
    {
        var metadata = new JsonObject { ["name"] = pod.Name, ["namespace"] = pod.Namespace };
        if (pod.Labels.Pairs.Count > 0)
        {
            var labels = new JsonObject();
            foreach (var (key, value) in pod.Labels.Pairs) labels[key] = value;
            metadata["labels"] = labels;
        }

        var annotations = (JsonObject)pod.Shape.Annotations.DeepClone();
        if (pod.IsStatic) annotations[WellKnownAnnotations.MirrorPod] = "mirror";
        if (annotations.Count > 0) metadata["annotations"] = annotations;
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = metadata,
            ["spec"] = pod.Shape.Spec.DeepClone(),
        };
    }

    private Template? TemplateOf(DumpObject owner)
    {
        if (_templates.TryGetValue(owner.Name, out var known)) return known;
        var template = owner.Template is { } found && found.Map("spec") is { } spec
            ? new Template(
                PodTaker.HashOf(ObjectCleaner.Deciding(found.Map("metadata").Map("annotations")), spec),
                (found.Map("metadata").Map("labels") ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? ""))
            : null;
        _templates.Add(owner.Name, template);
        return template;
    }

    /// <summary>Null: it lacks labels of the template.</summary>
    private string? MoreLabels(DumpPod pod, Dictionary<string, string> template)
    {
        var (found, more) = (0, "");
        foreach (var (key, value) in pod.Labels.Pairs)
        {
            if (template.TryGetValue(key, out var wanted))
            {
                found++;
                if (wanted == value) continue;
            }
            else if (key == PetLabel && !_petsAreSelected) continue;
            if (value.Contains(' ', StringComparison.Ordinal)) return null;
            more += more.Length == 0 ? $"{key}={value}" : $" {key}={value}";
        }

        return found == template.Count ? more : null;
    }

    private sealed record Template(UInt128 Hash, Dictionary<string, string> Labels);
}
