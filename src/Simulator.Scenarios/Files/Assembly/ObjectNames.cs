using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>KIND/NAME as kubectl takes it: any case, plural, or the short names of 1.3.</summary>
internal static class ObjectNames
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["po"] = "Pod",
        ["rc"] = "ReplicationController",
        ["rs"] = "ReplicaSet",
        ["deploy"] = "Deployment",
        ["ds"] = "DaemonSet",
        ["svc"] = "Service",
        ["pv"] = "PersistentVolume",
        ["pvc"] = "PersistentVolumeClaim",
        ["no"] = "Node",
        ["sa"] = "ServiceAccount",
        ["ep"] = "Endpoints",
        ["hpa"] = "HorizontalPodAutoscaler",
        ["statefulset"] = "PetSet",
        ["ns"] = "Namespace",
        ["limits"] = "LimitRange",
        ["quota"] = "ResourceQuota",
    };

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "ConfigMap", "DaemonSet", "Deployment", "Endpoints", "HorizontalPodAutoscaler", "Job", "LimitRange", "Namespace",
        "PersistentVolume", "PersistentVolumeClaim", "PetSet", "Pod", "ReplicaSet",
        "ReplicationController", "ResourceQuota", "Secret", "Service", "ServiceAccount",
    ];

    /// <summary>Kinds that came after 1.3: of these only what a client from outside has done is told.</summary>
    public static IReadOnlyList<string> Later { get; } =
        ["ControllerRevision", "CSINode", "EndpointSlice", "PodDisruptionBudget", "PriorityClass", "StorageClass"];

    public static bool IsInNamespace(string kind) =>
        kind is not ("Namespace" or "Node" or "PersistentVolume" or "PriorityClass" or "StorageClass" or "CSINode");

    /// <summary>Null after an error.</summary>
    public static (string Kind, string Name)? Read(SourceCursor cursor, IReadOnlyList<string> allowed)
    {
        var text = cursor.Text()!;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && slash < text.Length - 1 && KindOf(text[..slash]) is { } kind && allowed.Contains(kind))
        {
            return (kind, text[(slash + 1)..]);
        }
        IReadOnlyList<string> kinds = [.. allowed.Select(name => name.ToLowerInvariant())];
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed is KIND/NAME, where KIND is "
            + $"{Wording.Listed(kinds)}{(slash > 0 ? Wording.DidYouMean(text[..slash], kinds) : "")}");
        return null;
    }

    private static string? KindOf(string name) => ShortNames.GetValueOrDefault(name)
        ?? Kinds.Append("Node").Append("Cluster").Concat(Later).FirstOrDefault(kind => IsCalled(kind, name) || IsCalled($"{kind}s", name));

    private static bool IsCalled(string kind, string name) => kind.Equals(name, StringComparison.OrdinalIgnoreCase);
}
