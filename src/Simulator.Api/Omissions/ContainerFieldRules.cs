using static Simulator.Api.Omissions.FieldRule;

namespace Simulator.Api.Omissions;

/// <summary>Fields of containers (core/v1 Container of later versions) that are not acted upon.</summary>
internal static class ContainerFieldRules
{
    private const string NotRun = "what a container does is the scenario's to say (applications)";

    private const string Gpu = "1.3 counts GPUs by the name alpha.kubernetes.io/nvidia-gpu only: the pod goes to any node";

    public static IReadOnlyList<FieldRule> All { get; } =
    [
        Decisions("pod.containers[].startupProbe", "1.3 has none: the liveness probe begins after its own initialDelaySeconds"),
        Decisions(
            "pod.containers[].lifecycle.postStart",
            "the hook is not run: a container is started without waiting for it, and its failure kills nobody"),
        Decisions(
            "pod.containers[].restartPolicy",
            "1.3 has no sidecars and no policies of single containers: an init container has to end before the next one starts"),
        Decisions("pod.containers[].restartPolicyRules", "1.3 has one restart policy a pod"),
        Decisions(
            "pod.containers[].resources", "1.3 counts cpu, memory and alpha.kubernetes.io/nvidia-gpu only: the pod goes to any node",
            harmless: "0"),
        Decisions("pod.containers[].resources.requests.'nvidia.com/gpu'", Gpu, harmless: "0"),
        Decisions("pod.containers[].resources.limits.'nvidia.com/gpu'", Gpu, harmless: "0"),
        Decisions("pod.containers[].resources.claims", "1.3 has no claims of devices: the pod is placed without them"),
        Decisions(
            "pod.containers[].env[].valueFrom.configMapKeyRef.optional", "1.3 has none: the container waits until the key is there",
            harmless: "false"),
        Decisions(
            "pod.containers[].env[].valueFrom.secretKeyRef.optional", "1.3 has none: the container waits until the key is there",
            harmless: "false"),
        Details("pod.containers[].env", "1.3 does not look at it"),
        Details("pod.containers[].envFrom", "1.3 has none: a ConfigMap or Secret that is not there holds no container back"),
        Details("pod.containers[].lifecycle.stopSignal", "1.3 stops every container with SIGTERM"),
        Details("pod.containers[].livenessProbe.terminationGracePeriodSeconds", "1.3 gives the pod's own grace period"),
        Nothing("pod.containers[].livenessProbe.grpc", "what a probe finds is the scenario's to say (applications)"),
        Nothing("pod.containers[].readinessProbe.grpc", "what a probe finds is the scenario's to say (applications)"),
        Nothing("pod.containers[].readinessProbe.terminationGracePeriodSeconds"),
        Nothing("pod.containers[].args", NotRun),
        Nothing("pod.containers[].command", NotRun),
        Nothing("pod.containers[].ports[].hostIP", "1.3 compares host ports by number only"),
        Nothing("pod.containers[].resizePolicy"),
        Nothing("pod.containers[].securityContext"),
        Nothing("pod.containers[].stdin"),
        Nothing("pod.containers[].stdinOnce"),
        Nothing("pod.containers[].terminationMessagePath"),
        Nothing("pod.containers[].terminationMessagePolicy"),
        Nothing("pod.containers[].tty"),
        Nothing("pod.containers[].volumeDevices"),
        Nothing("pod.containers[].volumeMounts"),
        Nothing("pod.containers[].workingDir", NotRun),
    ];
}
