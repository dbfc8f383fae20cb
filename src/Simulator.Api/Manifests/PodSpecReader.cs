using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>The spec of a pod or of a template, with what 1.3 keeps in the annotations beside it.</summary>
internal static class PodSpecReader
{
    public static PodSpec Read(FieldReader fields, SourceCursor? metadata, LabelSet annotations)
    {
        var hostNetwork = fields.Flag("hostNetwork");
        var text = new FeatureText(metadata, annotations);
        var spec = new PodSpec
        {
            Containers = ReadContainers(fields, hostNetwork),
            InitContainers = ReadInitContainers(fields, text),
            Volumes = fields.List("volumes", VolumeReader.Read),
            NodeName = fields.Text("nodeName"),
            NodeSelector = fields.Labels("nodeSelector") ?? LabelSet.Empty,
            Affinity = ReadAffinity(fields, text),
            Tolerations = TaintReader.ReadTolerations(annotations, fields),
            Placement = PlacementReader.Read(fields),
            ReadinessGates = [.. fields.Peek("readinessGates")?.List(ReadGate).Select(gate => gate.Type) ?? []],
            SchedulerName = text.Or(WellKnownAnnotations.SchedulerName, fields.Text("schedulerName")),
            TerminationGracePeriod = fields.Optional("terminationGracePeriodSeconds")?.Seconds() ?? TimeSpan.FromSeconds(30),
            ActiveDeadline = fields.Optional("activeDeadlineSeconds")?.Seconds(),
            ServiceAccountName = ReadServiceAccount(fields),
            RestartPolicy = fields.Text("restartPolicy") is { Length: > 0 } policy ? policy : "Always",
            HostNetwork = hostNetwork,
            Hostname = text.Or(WellKnownAnnotations.PodHostname, fields.Text("hostname")),
            Subdomain = text.Or(WellKnownAnnotations.PodSubdomain, fields.Text("subdomain")),
        };
        return fields.Context.Rules.KeepsDetails ? spec with { Details = ReadDetails(fields) } : spec;
    }

    private static Gate ReadGate(FieldReader fields) => new(fields.Text("conditionType"));

    /// <summary>serviceAccount is the older name of the same field.</summary>
    private static string ReadServiceAccount(FieldReader fields)
    {
        var older = fields.Text("serviceAccount");
        return fields.Text("serviceAccountName") is { Length: > 0 } name ? name : older;
    }

    private static IReadOnlyList<Container> ReadContainers(FieldReader fields, bool hostNetwork)
    {
        var containers = fields.List("containers", ContainerReader.Read);
        var defaulted = containers.Select(ContainerReader.WithRequestsFromLimits);
        return [.. hostNetwork ? defaulted.Select(ContainerReader.WithHostPorts) : defaulted];
    }

    private static PodSpecDetails? ReadDetails(FieldReader fields)
    {
        var details = fields.Peek("securityContext")?.Read(ReadSecurityContext) ?? new PodSpecDetails();
        details = details with { DnsPolicy = fields.Peek("dnsPolicy")?.Text() ?? "", Rest = SourceText.OfUnread(fields) };
        return details is { DnsPolicy: "", FsGroup: null, RunAsUser: null, SupplementalGroups.Count: 0, Rest: "" } ? null : details;
    }

    private static PodSpecDetails ReadSecurityContext(FieldReader fields) => new()
    {
        FsGroup = fields.Optional("fsGroup")?.Long(),
        RunAsUser = fields.Optional("runAsUser")?.Long(),
        SupplementalGroups = [.. fields.Optional("supplementalGroups")?.Items().Select(item => item.Long()).OfType<long>() ?? []],
    };

    /// <summary>Those of the annotation are taken as written: 1.3 defaults them neither in a pod nor in a template.</summary>
    private static IReadOnlyList<Container> ReadInitContainers(FieldReader fields, FeatureText text)
    {
        var today = fields.List("initContainers", ContainerReader.Read);
        if (today.Count != 0) return [.. today.Select(ContainerReader.WithRequestsFromLimits)];
        var parsed = AnnotationText.List(text[WellKnownAnnotations.InitContainers], ContainerReader.Read);
        return text.Decoded(WellKnownAnnotations.InitContainers, parsed).Value ?? [];
    }

    private static Parsed<Affinity> ReadAffinity(FieldReader fields, FeatureText text)
    {
        var today = fields.Object("affinity", AffinityReader.Read);
        if (text[WellKnownAnnotations.Affinity].Length == 0) return today;
        return AnnotationText.Object(text[WellKnownAnnotations.Affinity], AffinityReader.Read);
    }

    private sealed record Gate(string Type);
}
