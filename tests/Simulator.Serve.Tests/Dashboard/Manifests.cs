using System.Text.Json.Nodes;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>An object of every kind that has a page.</summary>
internal static class Manifests
{
    public const string Nasty = "<img src=x onerror=alert(1)>";

    public const string All = $$"""
        { kind: Namespace, apiVersion: v1, metadata: { name: team } }
        ---
        kind: ReplicationController
        apiVersion: v1
        metadata: { name: cache, namespace: default, annotations: { note: "{{Nasty}}" } }
        spec:
          replicas: 2
          selector: { app: cache }
          template:
            metadata: { labels: { app: cache } }
            spec: { containers: [{ name: cache, image: "redis:3", args: ["{{Nasty}}"], env: [{ name: HTML, value: "{{Nasty}}" }] }] }
        ---
        kind: DaemonSet
        apiVersion: extensions/v1beta1
        metadata: { name: agent, namespace: default }
        spec: { template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: agent, image: "agent:1" }] } } }
        ---
        kind: Job
        apiVersion: batch/v1
        metadata: { name: sums, namespace: default }
        spec: { completions: 2, template: { metadata: {}, spec: { restartPolicy: Never, containers: [{ name: sums, image: "sums:1" }] } } }
        ---
        kind: PetSet
        apiVersion: apps/v1alpha1
        metadata: { name: pets, namespace: default }
        spec:
          serviceName: pets
          replicas: 1
          template: { metadata: { labels: { app: pets } }, spec: { containers: [{ name: pet, image: "pet:1" }] } }
        ---
        kind: HorizontalPodAutoscaler
        apiVersion: autoscaling/v1
        metadata: { name: web, namespace: default }
        spec: { maxReplicas: 5, scaleTargetRef: { kind: Deployment, name: web, apiVersion: extensions/v1beta1 } }
        ---
        { kind: ConfigMap, apiVersion: v1, metadata: { name: settings, namespace: default }, data: { colour: "{{Nasty}}" } }
        ---
        { kind: Secret, apiVersion: v1, metadata: { name: keys, namespace: default }, data: { password: aHVudGVyMg== } }
        ---
        kind: PersistentVolume
        apiVersion: v1
        metadata: { name: disk-1 }
        spec: { capacity: { storage: 5Gi }, accessModes: [ReadWriteOnce], gcePersistentDisk: { pdName: disk-1 } }
        ---
        kind: PersistentVolumeClaim
        apiVersion: v1
        metadata: { name: data, namespace: default }
        spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
        ---
        kind: Pod
        apiVersion: v1
        metadata: { name: giant, namespace: default }
        spec:
          containers:
            - name: giant
              image: "giant:1"
              resources: { requests: { cpu: "99" } }
              env:
                - { name: COLOUR, valueFrom: { configMapKeyRef: { name: settings, key: colour } } }
                - { name: WORD, valueFrom: { secretKeyRef: { name: keys, key: password } } }
                - { name: ME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
        """;

    /// <summary>The same where workloads are kept in apps/v1, which asks for selectors.</summary>
    public static string Later => All
        .Replace("extensions/v1beta1", "apps/v1", StringComparison.Ordinal)
        .Replace("apps/v1alpha1", "apps/v1", StringComparison.Ordinal)
        .Replace("PetSet", "StatefulSet", StringComparison.Ordinal)
        .Replace("spec: { template: { metadata: { labels: { app: agent", "spec: { selector: { matchLabels: { app: agent } }, template: "
            + "{ metadata: { labels: { app: agent", StringComparison.Ordinal)
        .Replace("  serviceName: pets\n", "  serviceName: pets\n  selector: { matchLabels: { app: pets } }\n", StringComparison.Ordinal);

    private static readonly Dictionary<string, string> Resources = new()
    {
        ["ReplicationController"] = "replicationcontrollers",
        ["DaemonSet"] = "daemonsets",
        ["Job"] = "jobs",
        ["PetSet"] = "petsets",
        ["StatefulSet"] = "statefulsets",
        ["HorizontalPodAutoscaler"] = "horizontalpodautoscalers",
        ["ConfigMap"] = "configmaps",
        ["Secret"] = "secrets",
        ["PersistentVolumeClaim"] = "persistentvolumeclaims",
        ["Pod"] = "pods",
    };

    public static string PathOf(JsonNode one)
    {
        var (kind, version) = (one["kind"]!.GetValue<string>(), one["apiVersion"]!.GetValue<string>());
        var root = version == "v1" ? "/api/v1" : $"/apis/{version}";
        return kind switch
        {
            "Namespace" => $"{root}/namespaces",
            "PersistentVolume" => $"{root}/persistentvolumes",
            _ => $"{root}/namespaces/default/{Resources[kind]}",
        };
    }
}
