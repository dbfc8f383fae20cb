using Xunit;

namespace Simulator.Tests.Api;

/// <summary>What manifests hold and nothing acts upon: how much it can change, for every mechanism and each class.</summary>
public sealed class OmissionTests
{
    private const string Containers = "containers: [{name: c, image: i}]";

    [Theory]
    [InlineData("topologySpreadConstraints: [{maxSkew: 1}]", "ChangesDecisions Pod spec.topologySpreadConstraints")]
    [InlineData("topologySpreadConstraints: []", "")]
    [InlineData("priorityClassName: high", "ChangesDecisions Pod spec.priorityClassName")]
    [InlineData("priority: 1000", "ChangesDecisions Pod spec.priority")]
    [InlineData("priority: 0, preemptionPolicy: PreemptLowerPriority", "")]
    [InlineData("preemptionPolicy: Never", "ChangesDecisions Pod spec.preemptionPolicy")]
    [InlineData("tolerations: [{key: k, operator: Exists, effect: NoExecute}]", "ChangesDecisions Pod spec.tolerations[].effect")]
    [InlineData(
        "tolerations: [{key: k, operator: Exists, effect: NoSchedule, tolerationSeconds: 60}]",
        "ChangesDecisions Pod spec.tolerations[].tolerationSeconds")]
    [InlineData("tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]", "")]
    [InlineData(
        "tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 30}]",
        "ChangesDecisions Pod spec.tolerations[].effect|ChangesDecisions Pod spec.tolerations[].tolerationSeconds")]
    [InlineData("readinessGates: [{conditionType: x}]", "ChangesDecisions Pod spec.readinessGates")]
    [InlineData("schedulingGates: [{name: x}]", "ChangesDecisions Pod spec.schedulingGates")]
    [InlineData("overhead: {cpu: 100m}", "ChangesDecisions Pod spec.overhead")]
    [InlineData(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: "
            + "metadata.name}]}]}}}",
        "ChangesDecisions Pod spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchFields")]
    [InlineData("initContainers: [{name: s, image: i, restartPolicy: Always}]", "ChangesDecisions Pod spec.initContainers[].restartPolicy")]
    [InlineData("volumes: [{name: v, ephemeral: {volumeClaimTemplate: {}}}]", "ChangesDecisions Pod spec.volumes[].ephemeral")]
    [InlineData("volumes: [{name: v, configMap: {name: m, optional: true}}]", "ChangesDecisions Pod spec.volumes[].configMap.optional")]
    [InlineData("runtimeClassName: kata", "ChangesDetails Pod spec.runtimeClassName")]
    [InlineData("securityContext: {runAsUser: 5}", "ChangesNothing Pod spec.securityContext")]
    [InlineData("securityContext: {}", "")]
    [InlineData("imagePullSecrets: [{name: s}]", "ChangesNothing Pod spec.imagePullSecrets")]
    [InlineData("terminationGracePeriodSecnds: 5", "ChangesDecisions Pod spec.terminationGracePeriodSecnds")]
    [InlineData("madeUp: 5", "ChangesDecisions Pod spec.madeUp")]
    public void Fields_of_pods(string field, string expected) =>
        Assert.Equal(expected, Told($"kind: Pod, apiVersion: v1, metadata: {{name: p}}, spec: {{{field}, {Containers}}}"));

    [Theory]
    [InlineData("startupProbe: {httpGet: {port: 1}}", "ChangesDecisions Pod spec.containers[].startupProbe")]
    [InlineData("lifecycle: {postStart: {exec: {command: [x]}}}", "ChangesDecisions Pod spec.containers[].lifecycle.postStart")]
    [InlineData(
        "env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}}]",
        "ChangesDecisions Pod spec.containers[].env[].valueFrom.secretKeyRef.optional")]
    [InlineData("envFrom: [{configMapRef: {name: m}}]", "ChangesDetails Pod spec.containers[].envFrom")]
    [InlineData("ports: [{containerPort: 1, hostIP: 1.2.3.4}]", "ChangesNothing Pod spec.containers[].ports[].hostIP")]
    [InlineData(
        "resources: {requests: {nvidia.com/gpu: 1, cpu: 1}}", "ChangesDecisions Pod spec.containers[].resources.requests.'nvidia.com/gpu'")]
    [InlineData("resources: {limits: {example.com/fpga: 1}}", "ChangesDecisions Pod spec.containers[].resources.limits.'example.com/fpga'")]
    [InlineData("resources: {requests: {alpha.kubernetes.io/nvidia-gpu: 1}}", "")]
    [InlineData(
        "args: [x], workingDir: /, tty: true",
        "ChangesNothing Pod spec.containers[].args|ChangesNothing Pod spec.containers[].tty|ChangesNothing Pod "
            + "spec.containers[].workingDir")]
    public void Fields_of_containers(string field, string expected) =>
        Assert.Equal(
            expected, Told($"kind: Pod, apiVersion: v1, metadata: {{name: p}}, spec: {{containers: [{{name: c, image: i, {field}}}]}}"));

    [Theory]
    [InlineData("Deployment", "apps/v1", "progressDeadlineSeconds: 60", "ChangesDetails Deployment spec.progressDeadlineSeconds")]
    [InlineData("Deployment", "apps/v1", "replicsa: 6", "ChangesDecisions Deployment spec.replicsa")]
    [InlineData(
        "StatefulSet", "apps/v1", "serviceName: s, podManagementPolicy: Parallel", "ChangesDecisions StatefulSet spec.podManagementPolicy")]
    [InlineData("StatefulSet", "apps/v1", "serviceName: s, podManagementPolicy: OrderedReady", "")]
    [InlineData(
        "StatefulSet", "apps/v1", "serviceName: s, updateStrategy: {type: RollingUpdate}",
        "ChangesDecisions StatefulSet spec.updateStrategy")]
    [InlineData("StatefulSet", "apps/v1", "serviceName: s, updateStrategy: {type: OnDelete}", "")]
    [InlineData(
        "DaemonSet", "apps/v1", "updateStrategy: {rollingUpdate: {maxUnavailable: 2}}", "ChangesDecisions DaemonSet spec.updateStrategy")]
    [InlineData("Job", "batch/v1", "backoffLimit: 3", "ChangesDecisions Job spec.backoffLimit")]
    [InlineData(
        "Job", "batch/v1", "ttlSecondsAfterFinished: 0, suspend: false, completionMode: NonIndexed",
        "ChangesDecisions Job spec.ttlSecondsAfterFinished")]
    [InlineData("ReplicaSet", "apps/v1", "minReadySeconds: 5", "ChangesDetails ReplicaSet spec.minReadySeconds")]
    public void Fields_of_workloads(string kind, string version, string field, string expected)
    {
        var selector = kind == "Job" ? "" : "selector: {matchLabels: {a: b}}, ";
        Assert.Equal(
            expected,
            Told($"kind: {kind}, apiVersion: {version}, metadata: {{name: p}}, spec: {{{field}, {selector}template: {{metadata: "
                + $"{{labels: {{a: b}}}}, spec: {{restartPolicy: {(kind == "Job" ? "Never" : "Always")}, {Containers}}}}}}}"));
    }

    [Theory]
    [InlineData(
        "managedFields: [{manager: x}], selfLink: /a, resourceVersion: '5', uid: u, creationTimestamp: '2020-01-01T00:00:00Z', "
            + "generation: 3",
        "")]
    [InlineData("finalizers: [x.y/z]", "ChangesDetails Service metadata.finalizers")]
    [InlineData(
        "annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}', deployment.kubernetes.io/revision: '1', own: x}", "")]
    [InlineData(
        "annotations: {volume.beta.kubernetes.io/storage-class: fast}",
        "ChangesDecisions Service metadata.annotations.'volume.beta.kubernetes.io/storage-class'")]
    [InlineData(
        "annotations: {scheduler.alpha.kubernetes.io/toleration: '[]'}",
        "ChangesDecisions Service metadata.annotations.'scheduler.alpha.kubernetes.io/toleration'")]
    [InlineData("annotations: {future.kubernetes.io/x: y}", "ChangesDetails Service metadata.annotations.'future.kubernetes.io/x'")]
    public void Metadata(string field, string expected) =>
        Assert.Equal(expected, Told($"kind: Service, apiVersion: v1, metadata: {{name: p, {field}}}, spec: {{ports: [{{port: 1}}]}}"));

    [Theory]
    [InlineData("kind: PodDisruptionBudget, apiVersion: policy/v1, metadata: {name: p}", "ChangesDecisions PodDisruptionBudget")]
    [InlineData("kind: CronJob, apiVersion: batch/v1, metadata: {name: p}", "ChangesDecisions CronJob")]
    [InlineData(
        "kind: HorizontalPodAutoscaler, apiVersion: autoscaling/v2, metadata: {name: p}", "ChangesDecisions HorizontalPodAutoscaler")]
    [InlineData("kind: Ingress, apiVersion: networking.k8s.io/v1, metadata: {name: p}", "ChangesDetails Ingress")]
    [InlineData("kind: ClusterRole, apiVersion: rbac.authorization.k8s.io/v1, metadata: {name: p}", "ChangesNothing ClusterRole")]
    [InlineData("kind: Job, apiVersion: batch/v2alpha1, metadata: {name: p}", "ChangesDecisions Job")]
    [InlineData("kind: Job, apiVersion: batch.volcano.sh/v1alpha1, metadata: {name: p}", "ChangesDecisions Job")]
    [InlineData("kind: Role, apiVersion: v1, metadata: {name: p}", "ChangesNothing Role")]
    [InlineData("kind: Event, apiVersion: v1, metadata: {name: p}", "")]
    [InlineData("kind: Rollout, apiVersion: argoproj.io/v1alpha1, metadata: {name: p}, spec: {template: {}}", "ChangesDecisions Rollout")]
    [InlineData(
        "kind: ServiceMonitor, apiVersion: monitoring.coreos.com/v1, metadata: {name: p}, spec: {}", "ChangesDetails ServiceMonitor")]
    [InlineData("kind: Service, apiVersion: serving.knative.dev/v1, metadata: {name: p}", "ChangesDecisions Service")]
    [InlineData("kind: PodSet, apiVersion: example.com/v1, metadata: {name: p}", "ChangesDetails PodSet")]
    [InlineData("kind: List, apiVersion: v1", "")]
    public void Kinds_that_nobody_reads(string @object, string expected) => Assert.Equal(expected, Told(@object));

    [Theory]
    [InlineData("Deploymnet", "apps/v1", "Deployment")]
    [InlineData("deployment", "apps/v1", "Deployment")]
    [InlineData("Deployments", "apps/v1", "Deployment")]
    [InlineData("Pods", "v1", "Pod")]
    [InlineData("StatefullSet", "apps/v1", "StatefulSet")]
    [InlineData("Cronjob", "batch/v1", "CronJob")]
    [InlineData("NetworkPolicies", "networking.k8s.io/v1", "NetworkPolicy")]
    public void Misspelled_kinds_are_errors(string kind, string version, string meant)
    {
        var (objects, diagnostics) = Documents.Manifest($"{{kind: {kind}, apiVersion: {version}, metadata: {{name: p}}}}");
        Assert.Empty(objects);
        Assert.Equal(
            $"m.yaml:1:8  kind: there is no kind '{kind}' ({version}); did you mean '{meant}'?", Assert.Single(diagnostics.All).ToString());
    }

    [Theory]
    [InlineData("Deployment", "v1", "it is read as apps/v1, apps/v1beta1, apps/v1beta2, extensions/v1beta1")]
    [InlineData("Deployment", "app/v1", "it is read as apps/v1, apps/v1beta1, apps/v1beta2, extensions/v1beta1; did you mean 'apps/v1'?")]
    [InlineData("Pod", "apps/v1", "it is read as v1")]
    [InlineData("DaemonSet", "apps/v1beta1", "it is read as apps/v1, apps/v1beta2, extensions/v1beta1; did you mean 'apps/v1beta2'?")]
    [InlineData("CronJob", "v1", "there is batch/v2alpha1, batch/v1beta1, batch/v1")]
    public void Versions_that_a_kind_never_had_are_errors(string kind, string version, string known)
    {
        var (objects, diagnostics) = Documents.Manifest($"{{kind: {kind}, apiVersion: {version}, metadata: {{name: p}}}}");
        Assert.Empty(objects);
        Assert.EndsWith(
            $"  apiVersion: no kind \"{kind}\" is registered for version \"{version}\"; {known}", Assert.Single(diagnostics.All).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_counts_once_for_a_field_and_the_first_gives_the_place()
    {
        var (_, diagnostics) = Documents.Manifest("""
            {kind: Pod, apiVersion: v1, metadata: {name: a}, spec: {containers: [{name: c, image: i}]}}
            ---
            {kind: Pod, apiVersion: v1, metadata: {name: b}, spec: {containers: [{name: c, image: i, tty: true}, {name: d, image: i, tty: true}]}}
            ---
            {kind: Pod, apiVersion: v1, metadata: {name: c}, spec: {containers: [{name: c, image: i, tty: true}]}}
            """);
        Assert.Equal(
            "m.yaml:3:90  Pod spec.containers[].tty (2 Pods): nothing that is simulated looks at it",
            Assert.Single(diagnostics.Omissions).ToString());
    }

    [Fact]
    public void The_worst_comes_first_and_can_be_refused()
    {
        var (_, diagnostics) = Documents.Manifest("{kind: Pod, apiVersion: v1, metadata: {name: p}, spec: {hostPID: true, "
            + "runtimeClassName: x, priority: 5, containers: [{name: c, image: i}]}}");
        Assert.Equal(["spec.priority", "spec.runtimeClassName", "spec.hostPID"], diagnostics.Omissions.Select(omission => omission.Field));
        diagnostics.RefuseDecisiveOmissions();
        Assert.StartsWith(
            "Pod spec.priority (1 Pod): 1.3 has no priorities", Assert.Single(diagnostics.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(["spec.runtimeClassName", "spec.hostPID"], diagnostics.Omissions.Select(omission => omission.Field));
    }

    private static string Told(string @object)
    {
        var (_, diagnostics) = Documents.Manifest($"{{{@object}}}");
        Assert.Empty(diagnostics.Errors);
        return string.Join(
            '|',
            diagnostics.Omissions.OrderBy(
                omission => omission.Subject, StringComparer.Ordinal).Select(omission => $"{omission.Effect} {omission.Subject}"));
    }
}
