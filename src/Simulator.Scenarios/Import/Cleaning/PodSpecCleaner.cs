using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>
/// The spec of a pod or a template without what servers add to every pod: then a pod and the template that it was made from are equal.
/// </summary>
internal static partial class PodSpecCleaner
{
    /// <summary>Tolerations of conditions: later versions give them to pods, and 1.3 looks at the conditions themselves.</summary>
    private static readonly string[] OfConditions =
    [
        "not-ready", "unreachable", "disk-pressure", "memory-pressure", "pid-pressure", "unschedulable", "network-unavailable",
    ];

    private static readonly string[] ContainerLists = ["initContainers", "containers"];

    /// <param name="pod">Name of the pod of a StatefulSet, whose names and claims its set gives it; "" for others.</param>
    public static void Clean(JsonObject spec, string pod)
    {
        if (spec.Text("serviceAccountName").Length == 0 && spec.Text("serviceAccount") is { Length: > 0 } account)
        {
            spec["serviceAccountName"] = account;
        }
        spec.Remove(
            "nodeName", "serviceAccount", "priority", "preemptionPolicy", "enableServiceLinks", "imagePullSecrets", "ephemeralContainers",
            "automountServiceAccountToken", "hostAliases", "dnsConfig");
        RemoveIf(spec, "serviceAccountName", "default");
        RemoveIf(spec, "schedulerName", "default-scheduler");
        RemoveIf(spec, "dnsPolicy", "ClusterFirst");
        if (spec["securityContext"] is JsonObject { Count: 0 }) spec.Remove("securityContext");
        if (pod.Length > 0) spec.Remove("hostname", "subdomain");
        CleanVolumes(spec, pod);
        spec.Keep("tolerations", toleration => !IsOfCondition(toleration));
        foreach (var container in ContainerLists.SelectMany(spec.Maps)) CleanContainer(container);
        CleanAffinity(spec);
    }

    private static void RemoveIf(JsonObject map, string key, string value)
    {
        if (map.Text(key) == value) map.Remove(key);
    }

    private static bool IsOfCondition(JsonObject toleration)
    {
        var key = toleration.Text("key");
        return key.StartsWith("node.kubernetes.io/", StringComparison.Ordinal)
            && OfConditions.Contains(key["node.kubernetes.io/".Length..]);
    }

    /// <summary>Volumes of tokens come and go with their mounts; those of a StatefulSet's claims its template names.</summary>
    private static void CleanVolumes(JsonObject spec, string pod)
    {
        var gone = spec.Maps("volumes").Where(volume => IsToken(volume) || IsClaimOf(volume, pod)).Select(volume => volume.Text("name"))
            .ToHashSet(StringComparer.Ordinal);
        var tokens = spec.Maps("volumes").Where(IsToken).Select(volume => volume.Text("name")).ToHashSet(StringComparer.Ordinal);
        spec.Keep("volumes", volume => !gone.Contains(volume.Text("name")));
        foreach (var volume in spec.Maps("volumes"))
        {
            volume.Map("csi")?.Remove("volumeAttributes", "nodePublishSecretRef");
            EnvironmentWords.RemoveFromVolume(volume);
            volume.Map("flexVolume")?.Remove("options", "secretRef");
        }

        foreach (var container in ContainerLists.SelectMany(spec.Maps))
        {
            container.Keep("volumeMounts", mount => !tokens.Contains(mount.Text("name")) && !IsTokenName(mount));
        }
    }

    private static bool IsToken(JsonObject volume) =>
        volume.Text("name").StartsWith("kube-api-access-", StringComparison.Ordinal)
        || volume.Text("name") is "aws-iam-token" or "azure-identity-token"
        || (volume.Map("secret") is { } secret && TokenName().IsMatch(secret.Text("secretName"))
            && secret.Text("secretName") == volume.Text("name"));

    private static bool IsTokenName(JsonObject mount) => mount.Text("mountPath") == "/var/run/secrets/kubernetes.io/serviceaccount";

    private static bool IsClaimOf(JsonObject volume, string pod) =>
        pod.Length > 0 && volume.Map("persistentVolumeClaim").Text("claimName") == $"{volume.Text("name")}-{pod}";

    /// <summary>Containers that 1.3 notes as JSON in an annotation, cleaned as the others are; what is no list stays as it is.</summary>
    public static string CleanNoted(string containers)
    {
        try
        {
            if (JsonNode.Parse(containers) is not JsonArray list) return containers;
            foreach (var container in list.OfType<JsonObject>()) CleanContainer(container);
            return list.ToJsonString();
        }
        catch (JsonException)
        {
            return containers;
        }
    }

    private static void CleanContainer(JsonObject container)
    {
        container.Remove("terminationMessagePath", "terminationMessagePolicy", "resizePolicy");
        if (container["resources"] is JsonObject { Count: 0 }) container.Remove("resources");
        if (container["securityContext"] is JsonObject { Count: 0 }) container.Remove("securityContext");
        EnvironmentWords.RemoveFrom(container);
        SecretWords.Remove(container);
    }

    /// <summary>A daemon's pod of later versions names its node in matchFields, which 1.3 takes for a term that fits no node.</summary>
    private static void CleanAffinity(JsonObject spec)
    {
        if (spec.Map("affinity") is not { } affinity) return;
        if (affinity.Map("nodeAffinity") is { } nodes)
        {
            CleanTerms(nodes);
            if (nodes.Count == 0) affinity.Remove("nodeAffinity");
        }

        if (affinity.Count == 0) spec.Remove("affinity");
    }

    private static void CleanTerms(JsonObject nodes)
    {
        const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
        if (nodes.Map(Required) is not { } required) return;
        var terms = required.Maps("nodeSelectorTerms").ToList();
        if (terms.Exists(term => term.Maps("matchFields").Any(field => field.Text("key") == "metadata.name") && term.Count == 1))
        {
            nodes.Remove(Required);
            return;
        }

        foreach (var term in terms) term.Keep("matchFields", field => field.Text("key") != "metadata.name");
    }

    [GeneratedRegex("-token-[a-z0-9]{5}$")]
    private static partial Regex TokenName();
}
