using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>The objects that admission depends on: what is read, and what is refused with a sentence.</summary>
public sealed class AdmissionObjectTests
{
    [Fact]
    public void Limits_of_containers_are_defaulted_from_each_other()
    {
        var item = Documents.One<LimitRange>("{apiVersion: v1, kind: LimitRange, metadata: {name: a}, spec: {limits: [{type: Container, "
            + "max: {cpu: 2}, min: {cpu: 100m, memory: 3Mi}}]}}").Limits[0];
        Assert.Equal((2, 2, 3L << 20), (item.Default.Value("cpu"), item.DefaultRequest.Value("cpu"), item.DefaultRequest.Value("memory")));
    }

    [Fact]
    public void Autoscalers_are_read_in_both_forms()
    {
        var now = Documents.One<HorizontalPodAutoscaler>("{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: "
            + "a}, spec: {scaleTargetRef: {kind: ReplicaSet, name: web}, minReplicas: 3, maxReplicas: 10}}");
        Assert.Equal(
            ("ReplicaSet", "web", 3, 10, null),
            (now.TargetKind, now.TargetName, now.MinReplicas, now.MaxReplicas, now.TargetCpuUtilization));
        var beta = Documents.One<HorizontalPodAutoscaler>("{apiVersion: extensions/v1beta1, kind: HorizontalPodAutoscaler, metadata: "
            + "{name: a}, spec: {scaleRef: {kind: Deployment, name: web, subresource: scale}, maxReplicas: 4}}");
        Assert.Equal(
            ("Deployment", "web", 1, 4, 80),
            (beta.TargetKind, beta.TargetName, beta.MinReplicas, beta.MaxReplicas, beta.TargetCpuUtilization));
    }

    [Fact]
    public void Namespaces_carry_their_phase_and_services_what_the_cloud_gave_them()
    {
        Assert.Equal(
            NamespacePhase.Terminating,
            Documents.One<Namespace>("{apiVersion: v1, kind: Namespace, metadata: {name: a}, status: {phase: Terminating}}").Phase);
        Assert.Equal(["kubernetes"], Documents.One<Namespace>("{apiVersion: v1, kind: Namespace, metadata: {name: a}}").Finalizers);
        var service = Documents.One<Service>("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: LoadBalancer, ports: "
            + "[{port: 80, nodePort: 30080}]}, status: {loadBalancer: {ingress: [{ip: 1.2.3.4}, {hostname: h}]}}}");
        Assert.Equal(
            ("LoadBalancer", 30080, "1.2.3.4 h"), (service.Type, service.Ports[0].NodePort, string.Join(' ', service.LoadBalancerIngress)));
    }

    [Fact]
    public void Pods_say_which_account_and_deadline_they_have()
    {
        var pod = Documents.One<Pod>("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccount: old, "
            + "activeDeadlineSeconds: 90, containers: [{name: c}]}}");
        Assert.Equal(("old", TimeSpan.FromSeconds(90)), (pod.Spec.ServiceAccountName, pod.Spec.ActiveDeadline));
        Assert.Equal(
            "new",
            Documents.One<Pod>("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccount: old, serviceAccountName: new, "
                + "containers: [{name: c}]}}").Spec.ServiceAccountName);
    }
}
