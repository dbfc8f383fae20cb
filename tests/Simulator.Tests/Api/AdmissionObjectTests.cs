using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>The objects that admission depends on: what is read, and what is refused with a sentence.</summary>
public sealed class AdmissionObjectTests
{
    [Theory]
    [InlineData("LimitRange", "limits: [{type: Containers}]", "spec.limits[0].type: found 'Containers'; allowed are Pod, Container; did you mean 'Container'?")]
    [InlineData("LimitRange", "limits: [{max: {cpu: 1}}]", "spec.limits[0]: the key 'type' is missing")]
    [InlineData("LimitRange", "limits: [{type: Pod}, {type: Pod}]", "spec.limits: two of the items are of one type")]
    [InlineData("LimitRange", "limits: [{type: Pod, default: {cpu: 1}}]", "spec.limits[0].default: stands in an item of type Pod")]
    [InlineData("LimitRange", "limits: [{type: Container, min: {cpu: 2}, max: {cpu: 1}}]", "spec.limits[0].min: 2 cpu is more than the max of 1")]
    [InlineData("LimitRange", "limits: [{type: Container, defaultRequest: {cpu: 2}, default: {cpu: 1}}]", "spec.limits[0].defaultRequest: 2 cpu is more than the default of 1")]
    [InlineData("LimitRange", "limits: [{type: Container, default: {cpu: 2}, max: {cpu: 1}}]", "spec.limits[0].default: 2 cpu is more than the max of 1")]
    [InlineData("LimitRange", "limits: [{type: Container, maxLimitRequestRatio: {cpu: 500m}}]", "spec.limits[0].maxLimitRequestRatio: 500m for cpu is less than 1")]
    [InlineData("LimitRange", "limits: [{type: Container, min: {cpu: 1}, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 4}}]", "spec.limits[0].maxLimitRequestRatio: 4 for cpu is more than max / min allow")]
    [InlineData("LimitRange", "limits: [{type: Container, min: {cpu: -1}}]", "spec.limits[0].min.cpu: '-1' is negative")]
    [InlineData("ResourceQuota", "hard: {pod: 3}", "spec.hard: 'pod' is not a resource that a quota counts; allowed are pods, cpu,")]
    [InlineData("ResourceQuota", "hard: {cpu: lots}", "spec.hard.cpu: found 'lots'; allowed is a quantity")]
    [InlineData("ResourceQuota", "scopes: [BestEffort]", "spec: the key 'hard' is missing")]
    [InlineData("ResourceQuota", "{hard: {pods: 1}, scopes: [BestEfort]}", "spec.scopes[0]: found 'BestEfort'; allowed are Terminating, NotTerminating, BestEffort, NotBestEffort; did you mean 'BestEffort'?")]
    [InlineData("ResourceQuota", "{hard: {pods: 1}, scopes: [Terminating, NotTerminating]}", "spec.scopes: no pod is both")]
    [InlineData("ResourceQuota", "{hard: {services: 1}, scopes: [Terminating]}", "spec.hard: 'services' cannot be counted by scope")]
    [InlineData("ResourceQuota", "{hard: {cpu: 1}, scopes: [BestEffort]}", "spec.hard: 'cpu' is nothing that BestEffort pods ask for; allowed beside that scope is pods")]
    public void Wrong_specs(string kind, string spec, string expected) =>
        Assert.Contains(expected, Assert.Single(Documents.Errors($"{{apiVersion: v1, kind: {kind}, metadata: {{name: a}}, spec: {(spec.StartsWith('{') ? spec : $"{{{spec}}}")}}}")));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {'a b': x}}", "data.'a b': 'a b' is not a key")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: a}, data: [x]}", "data: found a list; allowed is a mapping")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {port: 8080}}", "data.port: found the number 8080; allowed is text (put it in quotes)")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: A}}", "metadata.name: 'A' is not a name")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: Loadbalancer}}", "spec.type: found 'Loadbalancer'; allowed are ClusterIP, NodePort, LoadBalancer, ExternalName; did you mean 'LoadBalancer'?")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {sessionAffinity: clientip}}", "spec.sessionAffinity: found 'clientip'; allowed are None, ClientIP; did you mean 'ClientIP'?")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80, nodePort: 99999}]}}", "spec.ports[0].nodePort: '99999' is too large")]
    [InlineData("{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: ReplicaSet, name: x}, minReplicas: 3, maxReplicas: 2}}", "spec.maxReplicas: 2 is less than minReplicas (3)")]
    [InlineData("{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: ReplicaSet, name: x}}}", "spec: the key 'maxReplicas' is missing")]
    [InlineData("{apiVersion: extensions/v1beta1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {maxReplicas: 2}}", "spec: the key 'scaleRef' is missing")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {activeDeadlineSeconds: 0, containers: [{name: c}]}}", "spec.activeDeadlineSeconds: '0' is too small")]
    public void Wrong_documents(string yaml, string expected) => Assert.Contains(expected, Assert.Single(Documents.Errors(yaml)));

    [Fact]
    public void Limits_of_containers_are_defaulted_from_each_other()
    {
        var item = Documents.One<LimitRange>("{apiVersion: v1, kind: LimitRange, metadata: {name: a}, spec: {limits: [{type: Container, max: {cpu: 2}, min: {cpu: 100m, memory: 3Mi}}]}}").Limits[0];
        Assert.Equal((2, 2, 3L << 20), (item.Default.Value("cpu"), item.DefaultRequest.Value("cpu"), item.DefaultRequest.Value("memory")));
    }

    [Fact]
    public void Autoscalers_are_read_in_both_forms()
    {
        var now = Documents.One<HorizontalPodAutoscaler>("{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: ReplicaSet, name: web}, minReplicas: 3, maxReplicas: 10}}");
        Assert.Equal(("ReplicaSet", "web", 3, 10, null), (now.TargetKind, now.TargetName, now.MinReplicas, now.MaxReplicas, now.TargetCpuUtilization));
        var beta = Documents.One<HorizontalPodAutoscaler>("{apiVersion: extensions/v1beta1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleRef: {kind: Deployment, name: web, subresource: scale}, maxReplicas: 4}}");
        Assert.Equal(("Deployment", "web", 1, 4, 80), (beta.TargetKind, beta.TargetName, beta.MinReplicas, beta.MaxReplicas, beta.TargetCpuUtilization));
    }

    [Fact]
    public void Namespaces_carry_their_phase_and_services_what_the_cloud_gave_them()
    {
        Assert.Equal(NamespacePhase.Terminating, Documents.One<Namespace>("{apiVersion: v1, kind: Namespace, metadata: {name: a}, status: {phase: Terminating}}").Phase);
        Assert.Equal(["kubernetes"], Documents.One<Namespace>("{apiVersion: v1, kind: Namespace, metadata: {name: a}}").Finalizers);
        var service = Documents.One<Service>("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: LoadBalancer, ports: [{port: 80, nodePort: 30080}]}, status: {loadBalancer: {ingress: [{ip: 1.2.3.4}, {hostname: h}]}}}");
        Assert.Equal(("LoadBalancer", 30080, "1.2.3.4 h"), (service.Type, service.Ports[0].NodePort, string.Join(' ', service.LoadBalancerIngress)));
    }

    [Fact]
    public void Pods_say_which_account_and_deadline_they_have()
    {
        var pod = Documents.One<Pod>("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccount: old, activeDeadlineSeconds: 90, containers: [{name: c}]}}");
        Assert.Equal(("old", TimeSpan.FromSeconds(90)), (pod.Spec.ServiceAccountName, pod.Spec.ActiveDeadline));
        Assert.Equal("new", Documents.One<Pod>("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccount: old, serviceAccountName: new, containers: [{name: c}]}}").Spec.ServiceAccountName);
    }
}
