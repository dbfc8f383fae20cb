using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.World.Invariants;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>One file under several versions of Kubernetes.</summary>
public sealed class VersionScenarioTests
{
    private const string Path = "clusters[*].controlPlane.version";

    [Theory]
    [InlineData("guestbook")]
    [InlineData("measured-zone-outage")]
    public void A_shipped_scenario_runs_under_a_later_version_and_always_the_same(string name)
    {
        var first = Run(name, "1.20.2");
        Assert.Equal(first, Run(name, "1.20.2"));
        Assert.NotEqual(first, Run(name, "1.3.10"));
    }

    [Fact]
    public void An_unknown_version_is_told_with_those_that_are_known()
    {
        var file = Read("guestbook", new Setting(Path, "1.21.0"));
        Assert.Null(file.Scenario);
        var error = Assert.Single(file.Diagnostics.Errors).ToString();
        Assert.Contains("1.3.10", error, StringComparison.Ordinal);
        Assert.Contains("1.20.2", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.20.2", "controller-manager.deleting-pods-qps", true)]
    [InlineData("1.3.10", "controller-manager.deleting-pods-qps", false)]
    public void A_flag_that_does_nothing_in_a_version_is_told(string version, string flag, bool isTold)
    {
        var file = Read(
            "guestbook", new Setting(Path, version), new Setting($"clusters[0].controlPlane.{flag}", "0.2"));
        Assert.Equal(isTold, file.Diagnostics.Omissions.Any(omission => omission.Field == flag));
    }

    /// <summary>Each of the fields and kinds that a version acts upon is told by 1.3, and by that version no more.</summary>
    [Fact]
    public void What_a_version_acts_upon_is_told_by_1_3_only()
    {
        var told = Omissions("1.3.10");
        var left = Omissions("1.20.2");
        Assert.All(left, fact => Assert.Contains(fact, told));
        Assert.Empty(left);
        Assert.Equal(KubernetesVersions.Find("1.20.2")!.ActsUpon.Count, told.Count - left.Count);
    }

    [Fact]
    public void Habits_that_a_version_has_not_are_no_remarks_of_it()
    {
        var habits = new[] { "podAntiAffinity", "PreferNoSchedule", "both take them for their own", "stops after pet 0" };
        Assert.All(habits, habit => Assert.Contains(Remarks("1.3.10"), remark => remark.Contains(habit, StringComparison.Ordinal)));
        Assert.All(habits, habit => Assert.DoesNotContain(Remarks("1.20.2"), remark => remark.Contains(habit, StringComparison.Ordinal)));
    }

    [Fact]
    public void Validate_reads_manifests_by_themselves_for_a_version()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("m.yaml", OfToday);
        Assert.Contains("PodDisruptionBudget", CommandLine.Run("validate", file, "--kubernetes", "1.3.10").Error, StringComparison.Ordinal);
        var (code, _, error) = CommandLine.Run("validate", file, "--kubernetes", "1.20.2");
        Assert.Equal(ExitCode.Done, code);
        Assert.DoesNotContain("PodDisruptionBudget", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("run")]
    [InlineData("replicate")]
    [InlineData("explain")]
    public void An_unknown_version_is_wrong_input_of_every_command(string verb)
    {
        string[] what = verb == "explain" ? ["pod", "frontend"] : [];
        var (code, _, error) = CommandLine.Run([verb, Guestbook, .. what, "--kubernetes", "1.21.0"]);
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains(string.Join(", ", KubernetesVersions.Names), error, StringComparison.Ordinal);
    }

    /// <summary>Versions are values like others: two are an axis.</summary>
    [Fact]
    public void Sweep_tries_versions()
    {
        using var folder = new ScratchFolder();
        var (code, output, error) = CommandLine.Run(
            "sweep", Guestbook, "--kubernetes", "1.3.10,1.20.2", "--seeds", "1", "--out", System.IO.Path.Combine(folder.Path, "out"));
        Assert.True(code == ExitCode.Done, error);
        Assert.All(KubernetesVersions.Names, version => Assert.Contains(version, output, StringComparison.Ordinal));
    }

    private static string Guestbook => System.IO.Path.Combine(Repository.Folder("scenarios"), "guestbook.yaml");

    private static List<string> Omissions(string version) =>
    [
        .. Of(version).Omissions.Where(omission => omission.Sentence.StartsWith("1.3", StringComparison.Ordinal)
            || omission.Sentence.StartsWith("left out: nobody reads", StringComparison.Ordinal))
            .Where(omission => !omission.Sentence.Contains("default provider", StringComparison.Ordinal))
            .Where(omission => !omission.Sentence.Contains("PreferNoSchedule taint,", StringComparison.Ordinal))
            .Select(omission => omission.Field.Length == 0 ? omission.Kind : $"{omission.Kind} {omission.Field}").Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> Remarks(string version) =>
    [
        .. Of(version).All.Select(told => told.ToString()),
        .. Of(version).Omissions.Select(omission => $"{omission.Field} {omission.Message}"),
    ];

    private static Diagnostics Of(string version)
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(System.IO.Path.Combine(folder.Path, "m.yaml"), OfToday);
        var path = System.IO.Path.Combine(folder.Path, "s.yaml");
        File.WriteAllText(path, $$"""
            scenario: today
            duration: 1m
            clusters:
              - name: c
                zones: [a]
                nodePools:
                  - { name: n, count: 2, capacity: { cpu: 4, memory: 8Gi } }
                  - { name: soft, count: 1, capacity: { cpu: 4, memory: 8Gi }, taints: [{ key: k, effect: PreferNoSchedule }] }
                controlPlane: { version: {{version}} }
                workloads: [{ manifests: [m.yaml] }]
            """);
        return ScenarioReader.Read(path).Diagnostics;
    }

    private const string OfToday = """
        apiVersion: v1
        kind: Service
        metadata: { name: all }
        spec: { ports: [{ port: 80 }], selector: { app: web }, publishNotReadyAddresses: true }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: outside }
        spec: { type: ExternalName, externalName: db.example.com }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          progressDeadlineSeconds: 60
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              priorityClassName: high
              priority: 7
              preemptionPolicy: Never
              readinessGates: [{ conditionType: example.com/in-balance }]
              overhead: { cpu: 10m }
              topologySpreadConstraints:
                - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: web } } }
              affinity:
                podAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - { weight: 1, podAffinityTerm: { topologyKey: zone, labelSelector: { matchLabels: { app: web } } } }
                podAntiAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - { weight: 1, podAffinityTerm: { topologyKey: zone, labelSelector: { matchLabels: { app: web } } } }
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                      - { matchFields: [{ key: metadata.name, operator: In, values: [n-0001] }] }
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - { weight: 1, preference: { matchFields: [{ key: metadata.name, operator: In, values: [n-0001] }] } }
              tolerations: [{ key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 30 }]
              containers:
                - name: c
                  image: a
                  startupProbe: { tcpSocket: { port: 80 } }
                  resources: { requests: { example.com/x: 1, nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 1 } }
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: { name: more }
        spec:
          replicas: 1
          minReadySeconds: 5
          selector: { matchLabels: { app: web } }
          template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: c, image: a }] } }
        ---
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          replicas: 2
          serviceName: db
          podManagementPolicy: Parallel
          updateStrategy: { type: RollingUpdate }
          selector: { matchLabels: { app: db } }
          template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: c, image: a }] } }
          volumeClaimTemplates:
            - metadata: { name: data }
              spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 1Gi } } }
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          minReadySeconds: 5
          updateStrategy: { type: RollingUpdate }
          selector: { matchLabels: { app: agent } }
          template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: c, image: a }] } }
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: { name: once }
        spec: { backoffLimit: 2, template: { spec: { restartPolicy: Never, containers: [{ name: c, image: a }] } } }
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: { name: high }
        value: 7
        preemptionPolicy: Never
        ---
        apiVersion: autoscaling/v2beta2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          maxReplicas: 2
          metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 100m } } }]
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: { name: fast }
        provisioner: kubernetes.io/gce-pd
        ---
        apiVersion: storage.k8s.io/v1
        kind: CSINode
        metadata: { name: n-0001 }
        spec: { drivers: [] }
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: one }
        spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 1Gi } } }
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: two, annotations: { volume.beta.kubernetes.io/storage-class: fast } }
        spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: { name: pv }
        spec:
          capacity: { storage: 1Gi }
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          gcePersistentDisk: { pdName: d }
          nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: Exists }] }] } }
        """;

    /// <summary>Kinds and fields that 1.3 does not look at: who looks at them must be able to read them.</summary>
    [Theory]
    [InlineData("minAvailable: half", "2", "m.yaml:4:")]
    [InlineData("minAvailable: 1", "lots", "m.yaml:10:")]
    [InlineData("maxUnavailable: -1", "2", "m.yaml:4:")]
    [InlineData("maxUnavailable: 99999999999%", "2", "m.yaml:4:")]
    [InlineData("minAvailable: 1", "99999999999%", "m.yaml:10:")]
    [InlineData("maxUnavailable: 100%", "100%", "")]
    public void A_count_that_is_none_is_refused_and_nobody_trips_over_it(string budget, string daemons, string place)
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", $$"""
            apiVersion: policy/v1beta1
            kind: PodDisruptionBudget
            metadata: { name: b }
            spec: { selector: { matchLabels: { app: d } }, {{budget}} }
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: { name: d }
            spec:
              updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: {{daemons}} } }
              selector: { matchLabels: { app: d } }
              template:
                metadata: { labels: { app: d } }
                spec: { containers: [{ name: c, image: c }] }
            """);
        var file = folder.Write("s.yaml", """
            scenario: s
            duration: 1m
            clusters:
              - name: c
                region: us-east1
                zones: [us-east1-b]
                nodePools: [{ name: p, machineType: n1-standard-1, count: 2 }]
                controlPlane: { version: 1.20.2 }
                workloads: [{ manifests: [m.yaml] }]
            """);
        var answer = CommandLine.Run("validate", file);
        Assert.Equal(place.Length == 0 ? ExitCode.Done : ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(place, answer.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLine.Run("run", file, "--out", System.IO.Path.Combine(folder.Path, "out")).ExitCode);
    }

    private static string Run(string name, string version)
    {
        var scenario = Read(name, new Setting(Path, version)).Scenario!;
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(scenario, invariants);
        invariants.Follow(run);
        run.Start();
        run.Advance(scenario.Duration);
        Assert.Empty(invariants.Broken);
        return run.Digest;
    }

    private static ScenarioFile Read(string name, params Setting[] settings) => ScenarioReader.Read(
        System.IO.Path.Combine(Repository.Folder("scenarios"), $"{name}.yaml"), settings: settings);
}
