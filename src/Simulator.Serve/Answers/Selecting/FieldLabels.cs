using System.Collections.Frozen;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>
/// What can be selected by (AddFieldLabelConversionFunc in the conversion.go of 1.3.10's versions), a line a kind and version.
/// </summary>
internal static class FieldLabels
{
    private static readonly string[] Names = ["metadata.name", "metadata.namespace"];

    private static readonly string[] JobNames = [.. Names, "status.successful"];

    /// <summary>Sentence: what is said of another field; a quirk names the last kind of a loop, whatever the kind.</summary>
    private static readonly FrozenDictionary<(string Version, string Kind), (string[] Fields, string? NamedKind)> Table =
        new Dictionary<(string Version, string Kind), (string[] Fields, string? NamedKind)>
        {
            [("v1", "Endpoints")] = (Names, "ConfigMap"),
            [("v1", "ResourceQuota")] = (Names, "ConfigMap"),
            [("v1", "PersistentVolumeClaim")] = (Names, "ConfigMap"),
            [("v1", "Service")] = (Names, "ConfigMap"),
            [("v1", "ServiceAccount")] = (Names, "ConfigMap"),
            [("v1", "ConfigMap")] = (Names, "ConfigMap"),
            [("v1", "Pod")] =
            (
                [
                    .. Names, "metadata.labels", "metadata.annotations", "status.phase", "status.podIP", "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.host",
                ],
                null),
            [("v1", "Node")] = (["metadata.name", "spec.unschedulable"], null),
            [("v1", "ReplicationController")] = ([.. Names, "status.replicas"], null),
            [("v1", "Event")] =
            (
                [
                    "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "source", "type", .. Names,
                ],
                null),
            [("v1", "Namespace")] = (["status.phase", "metadata.name"], null),
            [("v1", "PersistentVolume")] = (["metadata.name"], null),
            [("v1", "Secret")] = (["type", .. Names], null),
            [("apps/v1alpha1", "PetSet")] = (JobNames, null),
            [("batch/v1", "Job")] = (JobNames, null),
            [("extensions/v1beta1", "Job")] = (JobNames, null),
            [("extensions/v1beta1", "DaemonSet")] = (Names, "Ingress"),
            [("extensions/v1beta1", "Deployment")] = (Names, "Ingress"),
            [("extensions/v1beta1", "Ingress")] = (Names, "Ingress"),
        }.ToFrozenDictionary();

    /// <summary>Null: it can be selected by; else why not, in the words of 1.3.10.</summary>
    public static string? Fault(string version, string kind, string field)
    {
        if (!Table.TryGetValue((version, kind), out var known)) return Unknown(version, kind);
        if (known.Fields.Contains(field)) return null;
        return known.NamedKind is { } named
            ? $"field label \"{field}\" not supported for \"{named}\""
            : $"field label not supported: {field}";
    }

    private static string Unknown(string version, string kind) =>
        Table.Keys.Any(key => key.Version == version)
            ? $"No field label conversion function found for version {version} and kind {kind}"
            : $"No field label conversion function found for version: {version}";
}
