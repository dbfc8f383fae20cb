using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Annotations: free text, except that those which switch Kubernetes features must be known to be acted upon.</summary>
internal static class AnnotationReader
{
    private static readonly HashSet<string> ActedUpon =
    [
        WellKnownAnnotations.SchedulerName, WellKnownAnnotations.Affinity, WellKnownAnnotations.Tolerations,
        WellKnownAnnotations.Taints, WellKnownAnnotations.InitContainers, WellKnownAnnotations.PodHostname,
        WellKnownAnnotations.PodSubdomain, WellKnownAnnotations.PetInitialized,
        WellKnownAnnotations.TolerateUnreadyEndpoints, WellKnownAnnotations.EndpointsHostnames,
        WellKnownAnnotations.StorageClass, WellKnownAnnotations.MirrorPod,
    ];

    public static LabelSet Read(FieldReader metadata)
    {
        if (metadata.Optional("annotations") is not { } annotations) return LabelSet.Empty;
        if (metadata.Context.Rules.Unread == UnreadKeys.Reported) ReportFeatures(annotations);
        return annotations.Labels();
    }

    private static void ReportFeatures(SourceCursor annotations)
    {
        if (annotations.Node is not SourceMapping mapping) return;
        foreach (var entry in mapping.Entries)
        {
            if (!IsFeature(entry.Key) || ActedUpon.Contains(entry.Key)) continue;
            annotations.Context.Report(new UnreadKey(mapping, entry, annotations.Path.Child(entry.Key), ActedUpon));
        }
    }

    private static bool IsFeature(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && key.AsSpan(0, slash).EndsWith("kubernetes.io");
    }
}
