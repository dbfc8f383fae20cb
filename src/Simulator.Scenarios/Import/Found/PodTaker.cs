using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>Reads pods so that a hundred thousand of them take little: what is alike is kept once.</summary>
internal sealed class PodTaker
{
    /// <summary>Labels that servers give to pods for themselves.</summary>
    private static readonly string[] OfServers =
    [
        "controller-revision-hash", "pod-template-generation", "apps.kubernetes.io/pod-index", "batch.kubernetes.io/job-completion-index",
    ];

    /// <summary>Why containers do not start, until somebody does something.</summary>
    private static readonly string[] Stuck =
    [
        "ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError", "CreateContainerError",
        "CrashLoopBackOff", "RunContainerError", "ErrImagePullBackOff", "RegistryUnavailable",
    ];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, PodShape> _shapes = [];
    private readonly Dictionary<UInt128, PodShape> _shapesOfRaw = [];
    private readonly RawShape _raw = new();
    private readonly Dictionary<string, PodLabels> _labels = new(StringComparer.Ordinal);

    public DumpPod Take(SourceMapping pod)
    {
        var (metadata, spec, status) = (pod.Map("metadata"), pod.Map("spec"), pod.Map("status"));
        var owner = OwnerOf(metadata);
        var annotations = metadata.Map("annotations");
        var name = metadata.Text("name");
        var source = annotations.Text("kubernetes.io/config.source");
        return new DumpPod
        {
            Namespace = Shared(metadata.Text("namespace") is { Length: > 0 } home ? home : "default"),
            Name = name,
            Uid = metadata.Text("uid"),
            Node = Shared(spec.Text("nodeName")),
            Phase = Shared(metadata.Has("deletionTimestamp") ? FoundPodTable.Terminating : PhaseOf(status.Text("phase"))),
            IsReady = status.Maps("conditions").Any(condition => condition.Text("type") == "Ready" && condition.Text("status") == "True"),
            Waits = Shared(WaitOf(status)),
            Restarts = status.Maps("containerStatuses").Sum(container => NumberOf(container.Text("restartCount"))),
            Created = metadata.Moment("creationTimestamp"),
            Owner = owner with { Kind = Shared(owner.Kind ?? ""), Name = Shared(owner.Name ?? "") },
            IsStatic = owner.Kind == "Node" || annotations.Has(WellKnownAnnotations.MirrorPod) || source is "file" or "http",
            IsOfApi = source is not ("file" or "http") || annotations.Has(WellKnownAnnotations.MirrorPod),
            Labels = LabelsOf(metadata),
            Shape = ShapeOf(pod, owner.Kind, owner.Kind is "StatefulSet" or "PetSet" ? name : ""),
            Place = FilePlace.Of(pod),
        };
    }

    /// <summary>References; 1.3 to 1.7 note the owner as JSON in an annotation.</summary>
    public static OwnerName OwnerOf(SourceMapping? metadata)
    {
        var references = metadata.Maps("ownerReferences").ToList();
        var controller = references.Find(reference => reference.Text("controller") == "true") ?? references.FirstOrDefault();
        if (controller is not null) return new OwnerName(controller.Text("kind"), controller.Text("name"), controller.Text("uid"));
        var note = metadata.Map("annotations").Text("kubernetes.io/created-by");
        if (note.Length == 0) return default;
        try
        {
            var reference = JsonNode.Parse(note) is JsonObject map ? map.Map("reference") : null;
            return new OwnerName(reference.Text("kind"), reference.Text("name"), reference.Text("uid"));
        }
        catch (System.Text.Json.JsonException)
        {
            return default;
        }
    }

    /// <summary>What a pod and a template of equal content have in common.</summary>
    public static UInt128 HashOf(JsonObject annotations, JsonObject spec) => CanonicalJson.Hash(annotations, spec);

    private PodShape ShapeOf(SourceMapping pod, string? ownerKind, string petName)
    {
        var raw = _raw.Of(pod, ownerKind ?? "", petName);
        if (!_shapesOfRaw.TryGetValue(raw, out var shape)) _shapesOfRaw.Add(raw, shape = Clean(pod, ownerKind, petName));
        return shape;
    }

    private PodShape Clean(SourceMapping pod, string? ownerKind, string petName)
    {
        var annotations = ObjectCleaner.PodAnnotations(pod.Map("metadata"), petName);
        if (ownerKind == "StatefulSet") annotations[WellKnownAnnotations.PetInitialized] ??= "true";
        var spec = pod.Map("spec")?.Json() ?? [];
        PodSpecCleaner.Clean(spec, petName);
        var hash = HashOf(annotations, spec);
        if (!_shapes.TryGetValue(hash, out var shape)) _shapes.Add(hash, shape = new PodShape(hash, annotations, spec));
        return shape;
    }

    private PodLabels LabelsOf(SourceMapping? metadata)
    {
        List<KeyValuePair<string, string>> pairs = [.. metadata.Map("labels").Texts()
            .Where(label => !OfServers.Contains(label.Key))
            .Select(label => KeyValuePair.Create(label.Key, label.Value))
            .OrderBy(label => label.Key, StringComparer.Ordinal)];
        var text = new StringBuilder();
        foreach (var (key, value) in pairs) text.Append(key).Append('=').Append(value).Append(' ');
        var known = text.ToString();
        if (!_labels.TryGetValue(known, out var labels)) _labels.Add(known, labels = new PodLabels(pairs));
        return labels;
    }

    private static string PhaseOf(string phase) => phase is "Running" or "Succeeded" or "Failed" or "Pending" ? phase
        : phase.Length == 0 ? "Pending" : "Running";

    private static string WaitOf(SourceMapping? status) => status.Maps("initContainerStatuses")
        .Concat(status.Maps("containerStatuses"))
        .Select(container => container.Map("state").Map("waiting").Text("reason"))
        .FirstOrDefault(Stuck.Contains) ?? "";

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts.Add(text, text);
        return text;
    }
}
