using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Users' manifests: defaults as the API server fills them in, alpha features, remarks.</summary>
public sealed class ManifestReaderTests
{
    private const string Controller = """
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: web}
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: c
                  image: nginx
                  resources: {limits: {cpu: 100m, memory: 1Gi}, requests: {cpu: 0.05}}
                  ports: [{containerPort: 80}]
        """;

    [Fact]
    public void A_controller_gets_its_defaults()
    {
        var controller = Documents.One<ReplicationController>(Controller);
        Assert.Equal(("default", 1, "app=web"), (controller.Namespace, controller.Replicas, controller.Selector.ToString()));
        var container = Assert.Single(controller.Template.Spec.Containers);
        Assert.Equal((50, 1L << 30), (container.Requests.MilliValue("cpu"), container.Requests.Value("memory")));
        Assert.Equal(new ContainerPort("", 80, 0, "TCP"), Assert.Single(container.Ports));
    }

    [Fact]
    public void A_pod_on_the_host_network_holds_its_ports_there()
    {
        var pod = Documents.One<Pod>("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {hostNetwork: true, containers: [{name: c, "
            + "image: i, ports: [{containerPort: 80}]}]}}");
        Assert.Equal(80, pod.Spec.Containers[0].Ports[0].HostPort);
        Assert.Equal((TimeSpan.FromSeconds(30), "Always"), (pod.Spec.TerminationGracePeriod, pod.Spec.RestartPolicy));
    }

    [Theory]
    [InlineData("extensions/v1beta1", "1", null)]
    [InlineData("apps/v1", "25%", 10)]
    public void Deployments_roll_as_their_version_says(string version, string step, int? history)
    {
        var deployment = Documents.One<Deployment>($$$"""
            apiVersion: {{{version}}}
            kind: Deployment
            metadata: {name: web, namespace: prod}
            spec:
              selector: {matchLabels: {app: web}}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: i}]}}
            """);
        Assert.Equal(
            (step, step, history, "prod"),
            (deployment.MaxSurge, deployment.MaxUnavailable, deployment.RevisionHistoryLimit, deployment.Namespace));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("{app: web}", true)]
    public void An_empty_service_selector_is_none(string selector, bool isThere)
    {
        var service = Documents.One<Service>($"{{apiVersion: v1, kind: Service, metadata: {{name: s}}, spec: {{selector: {selector}, "
            + $"ports: [{{name: a, port: 80}}, {{name: b, port: 81, targetPort: http}}]}}}}");
        Assert.Equal(isThere, service.Selector is not null);
        Assert.Equal(
            [new ServicePort("a", 80, "TCP", "80"), new ServicePort("b", 81, "TCP", "http") { IsTargetText = true }], service.Ports);
    }

    [Fact]
    public void Allocatable_is_capacity_only_where_absent()
    {
        Assert.Equal(4, Node("capacity: {cpu: 4}").Status.Allocatable.Value("cpu"));
        Assert.Equal(0, Node("capacity: {cpu: 4}, allocatable: {}").Status.Allocatable.Value("cpu"));

        static Node Node(string status) =>
            Documents.One<Node>($"{{apiVersion: v1, kind: Node, metadata: {{name: n}}, status: {{{status}}}}}");
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("null", false, null)]
    [InlineData("[]", false, 0)]
    [InlineData("[{\"KEY\":\"a\",\"nobody\":5}]", false, 1)]
    [InlineData("[{\"key\":5}]", true, null)]
    [InlineData("{}", true, null)]
    [InlineData("[] []", true, null)]
    [InlineData("[1,2", true, null)]
    public void Tolerations_are_read_as_go_reads_json(string text, bool isBroken, int? count)
    {
        var pod = PodWith("scheduler.alpha.kubernetes.io/tolerations", text);
        Assert.Equal((isBroken, count), (pod.Spec.Tolerations.IsBroken, pod.Spec.Tolerations.Value?.Count));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("[{\"name\":\"i\",\"resources\":{\"limits\":{\"cpu\":\"1\"}}}]", 1)]
    public void Init_containers_are_taken_as_written(string text, int count)
    {
        var pod = PodWith("pod.alpha.kubernetes.io/init-containers", text);
        Assert.Equal(count, pod.Spec.InitContainers.Count);
        Assert.All(pod.Spec.InitContainers, container => Assert.False(container.Requests.TryGet("cpu", out _)));
    }

    [Fact]
    public void Todays_fields_mean_the_annotations_of_1_3()
    {
        var pod = Documents.One<Pod>("""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              schedulerName: mine
              hostname: h
              subdomain: s
              containers: [{name: c, image: i}]
              initContainers: [{name: i, image: i, resources: {limits: {cpu: 1}}}]
              tolerations: [{key: k, operator: Exists, effect: NoExecute}]
              affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {}, topologyKey: zone}]}}
            """);
        Assert.Equal(("mine", "h", "s"), (pod.Spec.SchedulerName, pod.Spec.Hostname, pod.Spec.Subdomain));
        Assert.Equal(1, pod.Spec.InitContainers[0].Requests.Value("cpu"));
        Assert.Equal(new Toleration("k", "Exists", "", "NoExecute"), Assert.Single(pod.Spec.Tolerations.Value!));
        Assert.True(Assert.Single(pod.Spec.Affinity.Value!.PodAntiAffinity!.Required).LabelSelector!.IsEmpty);
    }

    [Fact]
    public void What_is_not_acted_upon_is_told_once_a_field_and_kind()
    {
        var (objects, diagnostics) = Documents.Manifest("""
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {dnsPolicy: Default, containers: [{name: c, image: i, env: [], command: [x]}]}}
              - {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: c, image: i, command: [y]}]}}
              - {apiVersion: v1, kind: PodTemplate, metadata: {name: s}}
              - {apiVersion: v1, kind: PodTemplate, metadata: {name: t}}
              - {apiVersion: v1beta3, kind: Pod, metadata: {name: t}}
            """);
        Assert.Equal(2, objects.Count);
        Assert.Empty(diagnostics.Errors);
        Assert.Equal(
        [
            "m.yaml:8:5  Pod (1 Pod): left out: nobody reads v1beta3; allowed are v1",
            "m.yaml:4:61  Pod spec.dnsPolicy (1 Pod): nothing that is simulated looks at it",
            "m.yaml:4:123  Pod spec.containers[].command (2 Pods): what a container does is the scenario's to say (applications)",
            "m.yaml:6:5  PodTemplate (2 PodTemplates): nothing uses it",
        ], diagnostics.Omissions.Select(omission => omission.ToString()));
    }

    [Fact]
    public void A_folder_is_read_with_all_below_it_in_byte_order()
    {
        var folder = Directory.CreateTempSubdirectory();
        var below = folder.CreateSubdirectory("b");
        File.WriteAllText(Path.Combine(below.FullName, "1.json"), """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"second"}}""");
        File.WriteAllText(Path.Combine(folder.FullName, "a.yml"), "{apiVersion: v1, kind: Namespace, metadata: {name: first}}");
        File.WriteAllText(Path.Combine(folder.FullName, "README.md"), "# no manifest");
        var diagnostics = new Diagnostics();
        var objects = ManifestReader.ReadPaths([folder.FullName, "nowhere.yaml"], diagnostics);
        folder.Delete(recursive: true);
        Assert.Equal(["first", "second"], objects.Select(@object => @object.Name));
        Assert.Equal("nowhere.yaml  there is no such file", Assert.Single(diagnostics.All).ToString());
    }

    [Fact]
    public void Recorded_objects_are_not_checked_but_must_be_readable()
    {
        static ApiObject Read(string json) =>
            ManifestReader.ReadTrusted(SourceTree.ParseJson("g", System.Text.Encoding.UTF8.GetBytes(json)));
        var set = (ReplicaSet)Read("""{"apiVersion":"extensions/v1beta1","kind":"ReplicaSet","metadata":{"name":"_"},"spec":{"selector":{"matchExpressions":[{"key":"a","operator":"in"}]}}}""");
        Assert.Equal("in", set.Selector!.MatchExpressions[0].Operator);
        Assert.Throws<FormatException>(() => Read("""{"apiVersion":"v1","kind":"Pod","metadata":{"name":5}}"""));
        Assert.Throws<FormatException>(() => Read("""{"apiVersion":"v1","kind":"PodTemplate","metadata":{"name":"s"}}"""));
    }

    private static Pod PodWith(string annotation, string text) => Documents.One<Pod>($$$"""
        apiVersion: v1
        kind: Pod
        metadata: {name: p, annotations: {{{{annotation}}}: '{{{text}}}'}}
        spec: {containers: [{name: c, image: i}]}
        """);

    /// <summary>What a reader reads is acted upon; the rest is told.</summary>
    [Theory]
    [InlineData("containers: [{name: c, image: i, imagePullPolicy: Never}]", "")]
    [InlineData("containers: [{name: c, image: i, livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 3}}]", "")]
    [InlineData("containers: [{name: c, image: i, readinessProbe: {tcpSocket: {port: 80}, failureThreshold: 3, timeoutSeconds: 2}}]", "")]
    [InlineData(
        "containers: [{name: c, image: i, lifecycle: {preStop: {exec: {command: [x]}}, postStart: {exec: {command: [x]}}}}]",
        "Pod spec.containers[].lifecycle.postStart")]
    [InlineData("restartPolicy: Never, activeDeadlineSeconds: 60, containers: [{name: c, image: i}]", "")]
    [InlineData("restartPolicy: Always, containers: [{name: c, image: i}]", "")]
    [InlineData(
        "dnsPolicy: Default, containers: [{name: c, image: i, command: [x], securityContext: {runAsUser: 1}}]",
        "Pod spec.dnsPolicy|Pod spec.containers[].command|Pod spec.containers[].securityContext")]
    [InlineData(
        "securityContext: {fsGroup: 1}, containers: [{name: c, image: i, env: [{name: A, valu: b}], volumeMounts: []}]",
        "Pod spec.containers[].env[].valu|Pod spec.securityContext")]
    public void What_changes_nothing_is_told(string spec, string expected)
    {
        var diagnostics = new Diagnostics();
        var reader = new ManifestReader(diagnostics);
        reader.Read(SourceTree.ParseYaml("m.yaml", $"{{apiVersion: v1, kind: Pod, metadata: {{name: p}}, spec: {{{spec}}}}}", diagnostics));
        Assert.Empty(diagnostics.All);
        Assert.Equal(expected, string.Join('|', diagnostics.Omissions.Select(omission => omission.Subject)));
    }
}
