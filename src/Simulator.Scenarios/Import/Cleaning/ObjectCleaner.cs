using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>
/// An object as it goes into a scenario: without what servers write for themselves, without secrets, and in the words of 1.3 where later
/// versions say the same otherwise.
/// </summary>
internal static class ObjectCleaner
{
    private const int AnnotationMax = 128;

    /// <summary>Containers as JSON.</summary>
    private static readonly string[] NotedContainers = [WellKnownAnnotations.InitContainers, "pod.beta.kubernetes.io/init-containers"];

    /// <summary>Annotations by which 1.3 decides about pods: pods of one template have them alike.</summary>
    private static readonly string[] OfPods =
    [
        WellKnownAnnotations.SchedulerName, WellKnownAnnotations.Affinity, WellKnownAnnotations.Tolerations,
        WellKnownAnnotations.PetInitialized, WellKnownAnnotations.PodHostname, WellKnownAnnotations.PodSubdomain,
        WellKnownAnnotations.MirrorPod, "scheduler.alpha.kubernetes.io/critical-pod", .. NotedContainers,
    ];

    /// <summary>Settings whose content is nobody's business.</summary>
    private static readonly string[] WithoutContent = ["ConfigMap", "Secret"];

    public static JsonObject Clean(in DumpItem item)
    {
        var source = item.Node;
        var json = new JsonObject { ["apiVersion"] = item.Version, ["kind"] = item.Kind, ["metadata"] = Metadata(source, item.Kind) };
        if (WithoutContent.Contains(item.Kind)) return json;
        foreach (var entry in source.Entries)
        {
            if (entry.Key is "apiVersion" or "kind" or "metadata" or "status" or "secrets" or "imagePullSecrets" || entry.Value.IsNull)
            {
                continue;
            }
            json[entry.Key] = entry.Value.Json();
        }

        if (item.Kind == "Job" && source.Map("status") is { } status) json["status"] = JobStatus(status.Json());
        if (json.Map("spec") is { } spec) CleanSpec(item.Kind, spec, json);
        return json;
    }

    /// <summary>What pods of one template have in common: annotations by which something is decided.</summary>
    public static JsonObject PodAnnotations(SourceMapping? metadata, string pod)
    {
        var kept = new JsonObject();
        foreach (var (key, value) in metadata.Map("annotations").Texts())
        {
            var isName = key is WellKnownAnnotations.PodHostname or WellKnownAnnotations.PodSubdomain;
            if (OfPods.Contains(key) && !(isName && pod.Length > 0)) kept[key] = Cleaned(key, value);
        }

        return kept;
    }

    private static string Cleaned(string annotation, string value) =>
        NotedContainers.Contains(annotation) ? PodSpecCleaner.CleanNoted(value) : value;

    /// <summary>An annotation by which something is decided about pods.</summary>
    public static bool IsOfPods(string annotation) => OfPods.Contains(annotation);

    private static JsonObject Metadata(SourceMapping source, string kind)
    {
        var from = source.Map("metadata");
        var metadata = new JsonObject { ["name"] = from.Text("name") };
        if (from.Text("namespace") is { Length: > 0 } home) metadata["namespace"] = home;
        if (from.Text("uid") is { Length: > 0 } uid && kind is not ("ConfigMap" or "Secret" or "ServiceAccount" or "Namespace"))
        {
            metadata["uid"] = uid;
        }
        if (from.Map("labels") is { Entries.Count: > 0 } labels && !WithoutContent.Contains(kind)) metadata["labels"] = labels.Json();
        var annotations = new JsonObject();
        foreach (var (key, value) in from.Map("annotations").Texts())
        {
            if (IsKept(key, value) && !WithoutContent.Contains(kind)) annotations[key] = value;
        }

        if (annotations.Count > 0) metadata["annotations"] = annotations;
        return metadata;
    }

    private static bool IsKept(string key, string value)
    {
        if (key is WellKnownAnnotations.DeploymentRevision || OfPods.Contains(key)) return true;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && value.Length <= AnnotationMax
            && !SecretWords.MayBe(value)
            && key.AsSpan(0, slash).EndsWith("kubernetes.io")
            && key is not (WellKnownAnnotations.LastApplied or "kubernetes.io/created-by" or "kubernetes.io/change-cause")
            && !key.StartsWith("control-plane.alpha", StringComparison.Ordinal);
    }

    private static JsonObject JobStatus(JsonObject status)
    {
        var kept = new JsonObject();
        foreach (var key in new[] { "startTime", "completionTime", "active", "succeeded", "failed" })
        {
            if (status[key] is { } value) kept[key] = value.DeepClone();
        }

        var conditions = new JsonArray();
        foreach (var condition in status.Maps("conditions").Where(condition => condition.Text("type") is "Complete" or "Failed"))
        {
            var said = new JsonObject();
            foreach (var key in new[] { "type", "status", "reason", "lastTransitionTime" })
            {
                if (condition.Text(key) is { Length: > 0 } text) said[key] = text;
            }

            conditions.Add(said);
        }

        if (conditions.Count > 0) kept["conditions"] = conditions;
        return kept;
    }

    private static void CleanSpec(string kind, JsonObject spec, JsonObject @object)
    {
        if (spec.Map("template") is { } template) CleanTemplate(template);
        switch (kind)
        {
            case "StatefulSet": AsPets(spec); break;
            case "Job" when spec["suspend"] is JsonValue suspend && suspend.ToString() == "true": spec["parallelism"] = 0; break;
            case "PersistentVolume": VolumeWords.Say(spec, @object); break;
            case "Service": spec.Remove("clusterIPs", "loadBalancerIP", "externalName"); break;
            case "Namespace": @object.Remove("spec"); break;
            case "HorizontalPodAutoscaler": AutoscalerWords.Say(spec, @object); break;
        }

        foreach (var claim in spec.Maps("volumeClaimTemplates"))
        {
            claim.Remove("status");
            claim.Map("metadata")?.Remove("creationTimestamp", "annotations");
        }
    }

    private static void CleanTemplate(JsonObject template)
    {
        if (template.Map("metadata") is { } metadata)
        {
            metadata.Remove("creationTimestamp", "name", "namespace");
            if (metadata.Map("annotations") is { } annotations)
            {
                foreach (var key in annotations.Where(IsTooMuch).Select(pair => pair.Key).ToList()) annotations.Remove(key);
                foreach (var key in NotedContainers.Where(annotations.ContainsKey)) annotations[key] = Cleaned(key, annotations.Text(key));
                if (annotations.Count == 0) metadata.Remove("annotations");
            }
        }

        if (template.Map("spec") is { } pod) PodSpecCleaner.Clean(pod, "");
    }

    /// <summary>
    /// Short ones are kept whoever reads them: a template that differs from another in one alone is another template.
    /// </summary>
    private static bool IsTooMuch(KeyValuePair<string, JsonNode?> annotation) =>
        !OfPods.Contains(annotation.Key)
        && (annotation.Value is not JsonValue value
            || value.ToString() is not { Length: <= AnnotationMax } text
            || SecretWords.MayBe(text));

    /// <summary>Those of a template's annotations that its pods have in common with it.</summary>
    public static JsonObject Deciding(JsonObject? annotations) => new(
        (annotations
            ?? []).Where(pair => OfPods.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>
    /// A StatefulSet goes on after any pet that is ready; 1.3 waits until somebody has said that the pet is initialized.
    /// </summary>
    private static void AsPets(JsonObject spec)
    {
        if (spec.Map("template") is not { } template) return;
        var metadata = template.Map("metadata") ?? [];
        template["metadata"] ??= metadata;
        var annotations = metadata.Map("annotations") ?? [];
        metadata["annotations"] ??= annotations;
        annotations[WellKnownAnnotations.PetInitialized] ??= "true";
    }
}
