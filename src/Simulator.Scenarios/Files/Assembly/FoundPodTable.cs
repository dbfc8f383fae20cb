using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Reads the rows of found pods; each takes its spec from its owner's template, or from the manifest of a pod.</summary>
internal sealed class FoundPodTable(
    IReadOnlyList<ApiObject> objects, Dictionary<ObjectKey, Pod> manifests, HashSet<string> nodes, Diagnostics diagnostics)
{
    public const string Ending = ".csv";

    /// <summary>In their order.</summary>
    public static readonly string[] Columns =
        ["namespace", "name", "node", "phase", "ready", "stuck", "restarts", "age", "owner", "like", "labels"];

    /// <summary>A pod that is being deleted, whatever its phase.</summary>
    public const string Terminating = "Terminating";

    private static readonly string[] Phases = [.. Enum.GetNames<PodPhase>().Where(name => name != nameof(PodPhase.None))];

    private static readonly Condition IsReady = new(ConditionStatus.True, "", ClusterSpec.LongAgo);
    private static readonly Condition IsUnready = IsReady with { Status = ConditionStatus.False };

    private readonly Dictionary<(string Kind, ObjectKey Key), IPodOwner> _owners =
        objects.OfType<IPodOwner>().ToDictionary(owner => (((ApiObject)owner).Kind, ((ApiObject)owner).Key));

    private readonly Dictionary<(LabelSet Labels, string More), LabelSet> _labels = [];
    private readonly HashSet<ObjectKey> _seen = [];

    public IEnumerable<FoundPod> Read(string path)
    {
        diagnostics.AddFile(path);
        if (CsvTable.Read(path, diagnostics) is not { } table) return [];
        if (Columns.Except(table.Header).ToList() is { Count: > 0 } missing)
        {
            diagnostics.Error(path, 1, 1, $"lacks {Wording.Listed(missing)}; the columns of found pods are {Wording.Listed(Columns)}");
            return [];
        }

        return table.Rows().Select(row => Read(path, row)).OfType<FoundPod>();
    }

    private FoundPod? Read(string path, in CsvRow row)
    {
        var (kind, name) = OwnerOf(row["owner"]);
        var key = new ObjectKey(row["namespace"], row["name"]);
        if (!_seen.Add(key)) return Refuse(path, row, "name", $"the pod {key} comes twice");
        if (PatternOf(key, row["like"], kind, name) is not { } pattern)
        {
            return Refuse(
                path, row, row["like"].Length > 0 ? "like" : "owner",
                $"the pod {key} has neither a manifest of its own nor one that it is like, nor an owner with a template");
        }
        if (row["node"].Length > 0 && !nodes.Contains(row["node"]))
        {
            return Refuse(path, row, "node", $"no node '{Wording.Shortened(row["node"])}' in the cluster's node pools");
        }
        if (!TryNumber(row["age"], out var age) || !TryNumber(row["restarts"], out var restarts))
        {
            return Refuse(path, row, "age", "age and restarts are whole numbers from 0");
        }
        if (PhaseOf(row["phase"]) is not { } phase)
        {
            return Refuse(
                path, row, "phase",
                $"'{Wording.Shortened(row["phase"])}' is no phase of a pod; allowed are {string.Join(", ", Phases)} and {Terminating}");
        }
        return Found(row, pattern, key, phase, age, (int)Math.Min(restarts, int.MaxValue)) with
        {
            OwnerKind = kind == "Node" ? "" : kind,
            OwnerName = name,
        };
    }

    private FoundPod Found(in CsvRow row, Pod pattern, ObjectKey key, PodPhase phase, long age, int restarts) => new()
    {
        Pod = pattern with
        {
            Metadata = pattern.Metadata with
            {
                Name = key.Name,
                Namespace = key.Namespace,
                Uid = "",
                Labels = LabelsOf(pattern.Metadata.Labels, row["labels"]),
                OwnerReferences = null,
                CreationTimestamp = (Instant.Start - TimeSpan.FromSeconds(age)).TruncatedToSecond,
            },
            Status = new PodStatus
            {
                Phase = phase,
                Ready = row["ready"] == "true" ? IsReady : IsUnready,
                ContainerRestarts = restarts == 0 ? [] : [restarts],
            },
        },
        Node = row["node"],
        IsStuck = row["stuck"] == "true",
        IsTerminating = row["phase"] == Terminating,
    };

    private Pod? PatternOf(ObjectKey pod, string like, string ownerKind, string ownerName)
    {
        if (like.Length > 0) return manifests.GetValueOrDefault(pod with { Name = like });
        if (manifests.TryGetValue(pod, out var own)) return own;
        if (!_owners.TryGetValue((ownerKind, pod with { Name = ownerName }), out var owner)) return null;
        var template = owner.Template;
        return new Pod
        {
            Metadata = new ObjectMeta { Labels = template.Labels, Annotations = template.Annotations },
            Spec = template.Spec,
        };
    }

    /// <summary>Pods of one template share their labels.</summary>
    private LabelSet LabelsOf(LabelSet labels, string more)
    {
        if (more.Length == 0) return labels;
        if (_labels.TryGetValue((labels, more), out var known)) return known;
        known = labels;
        foreach (var pair in more.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0) known = known.With(pair[..cut], pair[(cut + 1)..]);
        }

        _labels.Add((labels, more), known);
        return known;
    }

    private static (string Kind, string Name) OwnerOf(string text)
    {
        var cut = text.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0) return ("", "");
        var kind = text[..cut];
        return (kind == "StatefulSet" ? "PetSet" : kind, text[(cut + 1)..]);
    }

    private static PodPhase? PhaseOf(string text) =>
        text == Terminating ? PodPhase.Running : Phases.Contains(text) ? Enum.Parse<PodPhase>(text) : null;

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < int.MaxValue;

    private FoundPod? Refuse(string path, in CsvRow row, string column, string sentence)
    {
        diagnostics.Error(path, row.Line, row.NumberOf(column), sentence);
        return null;
    }
}
