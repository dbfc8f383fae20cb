using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What was asked for and is not acted upon, as a user meets it.</summary>
public sealed class RemarkCases
{
    private const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { POD containers: [{ name: c, image: "web:1" CONTAINER }] }
        """;

    private const string Scenario = """
        scenario: s
        duration: 2m
        clusters:
          - name: c
            zones: [a, b]
            CLUSTER
            nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 2, labels: { disk: ssd } POOL }]
            workloads: [{ manifests: [objects.yaml] }]
        """;

    [Fact]
    public void A_selector_of_labels_that_no_node_has()
    {
        var answer = CommandLine.Run("validate", Case("never-placed/scenario.yaml"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Told(
            answer,
            "objects.yaml:10:21  Deployment spec.template.spec.nodeSelector (1 Deployment): no node of the scenario can ever match: none "
                + "has the label topology.kubernetes.io/zone; with the cluster's key modernNodeLabels: true there are nodes that do "
                + "[changes decisions]");
    }

    [Fact]
    public void Strict_validation_refuses_what_changes_decisions()
    {
        var answer = CommandLine.Run("validate", "--strict", Case("never-placed/scenario.yaml"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("1 error, 0 remarks", answer.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLine.Run("validate", "--strict", Case("owned-objects/scenario.yaml")).ExitCode);
    }

    [Fact]
    public void The_switch_gives_nodes_the_labels_of_later_versions()
    {
        var scenario = File.ReadAllText(Case("never-placed/scenario.yaml"))
            .Replace("    zones: [a, b, c]", "    zones: [a, b, c]\n    modernNodeLabels: true", StringComparison.Ordinal);
        using var folder = new ScratchFolder();
        folder.Write("objects.yaml", File.ReadAllText(Case("never-placed/objects.yaml")));
        var path = folder.Write("scenario.yaml", scenario);
        var answer = CommandLine.Run("run", path, "--json", "--out", Path.Combine(folder.Path, "out"));
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        using var summary = JsonDocument.Parse(answer.Out);
        Assert.False(summary.RootElement.TryGetProperty("notActedUpon", out _));
        Assert.Equal(
            ["a 6", "b 0", "c 0"],
            summary.RootElement.GetProperty("zones").EnumerateArray().Select(
                zone => $"{zone.GetProperty("zone")} {zone.GetProperty("podsAtEnd")}"));
    }

    [Fact]
    public void A_service_that_selects_no_pod()
    {
        var answer = CommandLine.Run("validate", Case("mistyped-selector/scenario.yaml"));
        Told(
            answer,
            "objects.yaml:16:19  Service spec.selector (1 Service): the selector of web (app=wbe) matches no pod of the scenario: it has "
                + "no endpoints, and no request to it is answered; pods have app=web [changes decisions]");
    }

    [Fact]
    public void Resources_that_nobody_counts() =>
        Told(
            CommandLine.Run("validate", Case("unknown-resources/scenario.yaml")),
            "Deployment spec.template.spec.containers[].resources.requests.'nvidia.com/gpu' (1 Deployment): 1.3 counts GPUs by the name "
                + "alpha.kubernetes.io/nvidia-gpu only");

    [Theory]
    [InlineData("scenario.yaml", "pods.yaml:5:13  Pod spec.nodeName (1 Pod): no node of the scenario has that name")]
    [InlineData("settled.yaml", "pods.yaml:5:13  Pod spec.nodeName (1 Pod): no node of the scenario has that name")]
    [InlineData("later.yaml", "pods.yaml:5:13  Pod spec.nodeName (1 Pod): no node of the scenario has that name")]
    [InlineData(
        "later.yaml",
        "more.yaml:4:112  ReplicationController spec.template.spec.nodeName (1 ReplicationController): no node of the scenario has that "
            + "name")]
    public void Pods_on_nodes_that_are_not_there(string file, string sentence) =>
        Told(CommandLine.Run("validate", Case($"pod-on-unknown-node/{file}")), sentence);

    /// <summary>Said once before the run, once after the answer, in the report and in both summaries; nothing names this machine.</summary>
    [Fact]
    public void Affinity_to_pods_is_told_wherever_people_look()
    {
        const string Sentence = "1.3's default provider does not look at it; a policy that names MatchInterPodAffinity does "
            + "(controlPlane.scheduler.policy-config-file)";
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("run", Case("anti-affinity-ignored/scenario.yaml"), "--out", Path.Combine(folder.Path, "out"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Equal(2, answer.Error.Split(Sentence).Length);
        Assert.Contains("not acted upon, though it can change the answer:", answer.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Deployment spec.template.spec.affinity.podAntiAffinity (objects.yaml:10:36):", answer.Out, StringComparison.Ordinal);
        var json = File.ReadAllText(Path.Combine(folder.Path, "out", "summary.json"));
        using var summary = JsonDocument.Parse(json);
        var row = Assert.Single(summary.RootElement.GetProperty("notActedUpon").EnumerateArray());
        Assert.Equal(
            "changes decisions|Deployment|spec.template.spec.affinity.podAntiAffinity|1|objects.yaml:10:36|" + Sentence,
            string.Join('|', row.EnumerateObject().Select(property => property.Value.ToString())));
        Assert.Contains(Sentence, File.ReadAllText(Path.Combine(folder.Path, "out", "summary.md")), StringComparison.Ordinal);
        Assert.Contains(
            "<h2>Not acted upon</h2>", File.ReadAllText(Path.Combine(folder.Path, "out", "report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{kind: Policy, apiVersion: v1, predicates: [{name: MatchInterPodAffinity}, {name: GeneralPredicates}], priorities: []}", "")]
    [InlineData(
        "{kind: Policy, apiVersion: v1, predicates: [{name: GeneralPredicates}], priorities: []}",
        "the scheduler's policy does not look at it; a policy that names MatchInterPodAffinity does")]
    public void A_policy_makes_affinity_act(string policy, string expected)
    {
        using var folder = new ScratchFolder();
        folder.Write("policy.yaml", policy);
        folder.Write("objects.yaml", File.ReadAllText(Case("anti-affinity-ignored/objects.yaml")));
        folder.Write(
            "scenario.yaml",
            Scenario.Replace(
                "CLUSTER", "controlPlane: { scheduler: { policy-config-file: policy.yaml } }",
                StringComparison.Ordinal).Replace("POOL", "", StringComparison.Ordinal));
        var answer = CommandLine.Run("validate", folder.Path);
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Told(answer, expected);
    }

    [Theory]
    [InlineData(
        "nodeSelector: { disk: hdd },", "", "",
        "nodeSelector (1 Deployment): no node of the scenario can ever match: none has disk=hdd, only ssd [")]
    [InlineData("nodeSelector: { disk: ssd },", "", "", "")]
    [InlineData("nodeSelector: { kubernetes.io/hostname: n-0002 },", "", "", "")]
    [InlineData("nodeSelector: { kubernetes.io/hostname: n-0003 },", "", "", "none has kubernetes.io/hostname=n-0003, only n-0001, n-0002")]
    [InlineData("nodeSelector: { failure-domain.beta.kubernetes.io/zone: a, kubernetes.io/hostname: n-0002 },", "", "", "none has all of")]
    [InlineData("nodeSelector: { kubernetes.io/os: windows },", "", "", "none has the label kubernetes.io/os [")]
    [InlineData(
        "affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: "
            + "kubernetes.io/arch, operator: In, values: [amd64] }] }] } } },",
        "", "",
        "affinity.nodeAffinity (1 Deployment): no node of the scenario can ever match: none has the label kubernetes.io/arch; with the "
            + "cluster's key modernNodeLabels: true")]
    [InlineData(
        "affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: "
            + "x, operator: DoesNotExist }] }] } } },",
        "", "", "")]
    [InlineData(
        "affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ "
            + "key: topology.kubernetes.io/zone, operator: In, values: [a] }] } }] } },",
        "", "", "a preference of it prefers no node: none has the label topology.kubernetes.io/zone")]
    [InlineData(
        "", ", resources: { requests: { cpu: 5 } }", "",
        "containers (1 Deployment): asks for 5000m CPU, and the largest node that it may go to has 4000m: no node can ever take it")]
    [InlineData(
        "", ", resources: { requests: { memory: 17Gi } }", "",
        "asks for 17408Mi of memory, and the largest node that it may go to has 16384Mi")]
    [InlineData(
        "", ", resources: { requests: { alpha.kubernetes.io/nvidia-gpu: 1 } }", "",
        "asks for 1 alpha.kubernetes.io/nvidia-gpu, and the node that it may go to with most has 0")]
    [InlineData("", ", resources: { requests: { cpu: 4 } }", "", "")]
    [InlineData(
        "", "", ", taints: [{ key: t, effect: NoSchedule }]",
        "tolerations (1 Deployment): every node that it may go to has a taint that it does not tolerate")]
    [InlineData("tolerations: [{ key: t, operator: Exists }],", "", ", taints: [{ key: t, effect: NoSchedule }]", "")]
    [InlineData(
        "", "", ", taints: [{ key: t, effect: PreferNoSchedule }]", "every node that it may go to has a taint that it does not tolerate")]
    [InlineData(
        "schedulerName: mine,", "", "", "schedulerName (1 Deployment): the scheduler 'mine' does not run here: its pods wait for ever")]
    [InlineData("schedulerName: default-scheduler,", "", "", "")]
    [InlineData("serviceAccountName: app,", "", "", "nothing in the scenario creates the account app: the API server refuses its pods")]
    [InlineData(
        "volumes: [{ name: v, configMap: { name: m } }],", "", "",
        "nothing in the scenario creates it (configmaps \"m\" not found): its pods never start")]
    [InlineData(
        "volumes: [{ name: v, persistentVolumeClaim: { claimName: d } }],", "", "",
        "nothing in the scenario creates the claim d: its pods never get a node")]
    [InlineData(
        "", ", env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: k } } }]", "",
        "nothing in the scenario creates what its environment reads (secrets \"s\" not found)")]
    public void What_only_a_whole_scenario_can_know(string pod, string container, string pool, string expected)
    {
        var answer = Validate(
            Manifest.Replace("POD", pod, StringComparison.Ordinal).Replace("CONTAINER", container, StringComparison.Ordinal), pool);
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Told(answer, expected);
    }

    [Theory]
    [InlineData(
        "ports: [{ port: 80 }]", "", "Service spec (1 Service): web has neither a selector nor Endpoints: no request to it is answered")]
    [InlineData(
        "ports: [{ port: 80 }]",
        "\n---\n{kind: Endpoints, apiVersion: v1, metadata: {name: web}, subsets: [{addresses: [{ip: 10.0.0.1}], ports: [{port: 80}]}]}",
        "")]
    [InlineData("selector: { app: web, pod-template-hash: x }, ports: [{ port: 80 }]", "", "")]
    [InlineData(
        "selector: { app: web, tier: front }, ports: [{ port: 80 }]", "",
        "matches no pod of the scenario: it has no endpoints, and no request to it is answered")]
    public void Services_without_anybody_behind_them(string spec, string more, string expected)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "objects.yaml",
            $"{Manifest.Replace("POD", "", StringComparison.Ordinal).Replace("CONTAINER", "", StringComparison.Ordinal)}\n---\n{{kind: "
                + $"Service, apiVersion: v1, metadata: {{name: web}}, spec: {{ {spec} }}}}{more}");
        var answer = CommandLine.Run(
            "validate",
            folder.Write(
                "scenario.yaml",
                Scenario.Replace(
                    "CLUSTER", "traffic: [{ services: [web], rate: 1 }]",
                    StringComparison.Ordinal).Replace("POOL", "", StringComparison.Ordinal)));
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Told(answer, expected);
    }

    [Theory]
    [InlineData("services: [web]", "")]
    [InlineData("services: ['w*']", "")]
    [InlineData("labels: { tier: front }", "")]
    [InlineData(
        "services: [web, webb]",
        "scenario.yaml:6:27  traffic entry services (1 traffic entry): nothing in the scenario creates a service 'webb' in namespace "
            + "'default': no request to it is ever sent; did you mean 'web'? [changes decisions]")]
    [InlineData("services: [later]", "")]
    [InlineData("services: [exposed]", "")]
    [InlineData(
        "services: [web], namespace: x",
        "nothing in the scenario creates a service 'web' in namespace 'x': no request to it is ever sent; there is one in namespace "
            + "'default'")]
    [InlineData(
        "services: [web], labels: { tier: back }",
        "nothing in the scenario creates a service 'web' with the labels tier=back in namespace 'default'")]
    [InlineData(
        "labels: { tier: back }",
        "traffic entry labels (1 traffic entry): no service in namespace 'default' has the labels tier=back: no request of it is ever "
            + "sent")]
    public void Traffic_to_services_that_nothing_brings(string traffic, string expected)
    {
        using var folder = new ScratchFolder();
        const string Service = "{kind: Service, apiVersion: v1, metadata: {name: web, labels: {tier: front}}, spec: {selector: {app: "
            + "web}, ports: [{port: 80}]}}";
        folder.Write(
            "objects.yaml",
            $"{Manifest.Replace("POD", "", StringComparison.Ordinal).Replace("CONTAINER", "", StringComparison.Ordinal)}\n---\n{Service}");
        folder.Write("later.yaml", Service.Replace("name: web", "name: later", StringComparison.Ordinal));
        var scenario = Scenario.Replace("CLUSTER", $"traffic: [{{ {traffic}, rate: 1 }}]", StringComparison.Ordinal)
            .Replace("POOL", "", StringComparison.Ordinal)
            + (traffic.Contains("labels", StringComparison.Ordinal)
                ? ""
                : "\noperations: [{ at: 1m, apply: [later.yaml] }, { at: 1m, expose: deployment/web, name: exposed, port: 80 }]\n");
        var path = folder.Write("scenario.yaml", scenario);
        var answer = CommandLine.Run("validate", "--strict", path);
        Assert.Equal(expected.Length == 0 ? ExitCode.Done : ExitCode.WrongInput, answer.ExitCode);
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Told(CommandLine.Run("validate", path), expected);
    }

    [Theory]
    [InlineData("targetPort: http", "")]
    [InlineData("targetPort: 8080", "")]
    [InlineData(
        "targetPort: htpp",
        "objects.yaml:11:116  Service spec.ports[].targetPort (1 Service): no container of the pods that web selects has a TCP port of "
            + "the name 'htpp': port 80 has no endpoints; did you mean 'http'? [changes decisions]")]
    [InlineData("targetPort: http, protocol: UDP", "has a UDP port of the name 'http': port 80 has no endpoints [")]
    public void Target_ports_that_no_container_has(string port, string expected)
    {
        const string Http = ", ports: [{ containerPort: 80, name: http }]";
        var pods = Manifest.Replace("POD", "", StringComparison.Ordinal).Replace("CONTAINER", Http, StringComparison.Ordinal);
        var spec = $"{{selector: {{app: web}}, ports: [{{port: 80, {port}}}]}}";
        var answer = Validate(
            $"{pods}\n---\n{{kind: Service, apiVersion: v1, metadata: {{name: web}}, spec: {spec}}}", "");
        if (expected.Length == 0) Assert.Equal("", answer.Error);
        else Told(answer, expected);
    }

    [Fact]
    public void An_affinity_in_the_annotation_is_told_there()
    {
        const string Pod = """{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {scheduler.alpha.kubernetes.io/affinity: '{"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 1, "podAffinityTerm": {"labelSelector": {}}}]}}'}}, spec: {containers: [{name: c, image: i}]}}""";
        Told(
            Validate(Pod, ""),
            "Pod metadata.annotations.'scheduler.alpha.kubernetes.io/affinity'.podAntiAffinity (1 Pod): 1.3's default provider does not "
                + "look at it");
    }

    [Fact]
    public void Controllers_that_select_one_anothers_pods()
    {
        var second = Manifest.Replace("name: web }", "name: shop }", StringComparison.Ordinal);
        var answer = Validate(
            $"{Manifest}\n---\n{second}".Replace("POD", "", StringComparison.Ordinal).Replace("CONTAINER", "", StringComparison.Ordinal),
            "");
        Told(answer, "objects.yaml:6:13  Deployment spec.selector (1 Deployment): web selects the pods of Deployment shop, too");
        Told(answer, "objects.yaml:16:13  Deployment spec.selector (1 Deployment): shop selects the pods of Deployment web, too");
    }

    [Fact]
    public void A_remark_counts_objects_of_all_files_once()
    {
        using var folder = new ScratchFolder();
        var manifest = Manifest.Replace("POD", "priorityClassName: high,", StringComparison.Ordinal)
            .Replace("CONTAINER", "", StringComparison.Ordinal);
        folder.Write("more/a.yaml", manifest.Replace("web", "shop", StringComparison.Ordinal));
        folder.Write("objects.yaml", $"{manifest}\n---\n{manifest.Replace("web", "db", StringComparison.Ordinal)}");
        folder.Write(
            "scenario.yaml", Scenario.Replace("CLUSTER", "", StringComparison.Ordinal).Replace("POOL", "", StringComparison.Ordinal));
        Told(
            CommandLine.Run("validate", folder.Path),
            "more/a.yaml:9:13  Deployment spec.template.spec.priorityClassName (3 Deployments): 1.3 has no priorities".Replace(
                '/', Path.DirectorySeparatorChar));
    }

    private static CommandLine.Answer Validate(string manifest, string pool)
    {
        using var folder = new ScratchFolder();
        folder.Write("objects.yaml", manifest);
        var path = folder.Write(
            "scenario.yaml", Scenario.Replace("CLUSTER", "", StringComparison.Ordinal).Replace("POOL", pool, StringComparison.Ordinal));
        return CommandLine.Run("validate", path);
    }

    private static void Told(CommandLine.Answer answer, string sentence) =>
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);

    private static string Case(string path) => Path.Combine(Repository.Folder("tests/Simulator.Tests/Cases"), path);
}
