using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Volumes by class: where they lie, when they are bound, how many a node takes.</summary>
public sealed class StorageClassCases
{
    private const string Scenario = """
        scenario: s
        duration: 6m
        clusters:
          - name: c
            region: us-east1
            zones: [us-east1-b, us-east1-c, us-east1-d]
            start: START
            nodePools: [{ name: n, count: 6, capacity: { cpu: 4, memory: 8Gi } }]
            controlPlane: { version: VERSION, controller-manager: { cloud-provider: CLOUD } }
            workloads: [{ manifests: [m.yaml] }]
        """;

    private const string Pinned = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data }
        spec: { accessModes: [ReadWriteOnce], storageClassName: CLASS, resources: { requests: { storage: 10Gi } } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: p }
        spec:
          nodeSelector: { topology.kubernetes.io/zone: us-east1-d }
          containers: [{ name: c, image: a }]
          volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
        """;

    [Theory]
    [InlineData("pd.csi.storage.gke.io", "empty")]
    [InlineData("kubernetes.io/gce-pd", "empty")]
    public void A_class_that_waits_makes_the_volume_where_the_pod_goes(string provisioner, string start)
    {
        using var folder = Folder($"{Class("late", provisioner, "WaitForFirstConsumer")}\n---\n{Pinned.Replace("CLASS", "late")}", start);
        var said = Explained(folder, "p");
        Assert.Contains("Running on ", said);
        Assert.Contains("(us-east1-d)", said);
        Assert.Contains("all its volumes are mounted", said);
        Assert.DoesNotContain("Pending", said);
    }

    [Fact]
    public void One_that_does_not_wait_makes_it_where_its_name_says()
    {
        // FNV of "data" over three zones is not the zone that the pod wants: the trap for which classes wait.
        using var folder = Folder($"{Class("now", "pd.csi.storage.gke.io", "Immediate")}\n---\n{Pinned.Replace("CLASS", "now")}", "empty");
        Assert.Contains("volume node affinity conflict", Explained(folder, "p"));
    }

    [Fact]
    public void A_local_volume_takes_its_pod_to_its_node_once_the_pod_is_there()
    {
        var local = $"""
            {Class("local", "kubernetes.io/no-provisioner", "WaitForFirstConsumer")}
            ---
            {Local("one", "n-0001", "5Gi")}
            ---
            {Local("four", "n-0004", "20Gi")}
            ---
            {Pinned.Replace("CLASS", "local").Replace("  nodeSelector: { topology.kubernetes.io/zone: us-east1-d }\n", "")}
            """;
        using var folder = Folder(local, "empty");
        Assert.Contains("Running on n-0004", Explained(folder, "p"));
    }

    [Fact]
    public void Pods_of_a_set_have_a_volume_each_in_their_own_zones()
    {
        var set = $$"""
            {{Class("late", "pd.csi.storage.gke.io", "WaitForFirstConsumer", isDefault: true)}}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { name: db }
            spec:
              replicas: 3
              serviceName: db
              podManagementPolicy: Parallel
              selector: { matchLabels: { app: db } }
              template:
                metadata: { labels: { app: db } }
                spec:
                  topologySpreadConstraints:
                    - maxSkew: 1
                      topologyKey: topology.kubernetes.io/zone
                      whenUnsatisfiable: DoNotSchedule
                      labelSelector: { matchLabels: { app: db } }
                  containers: [{ name: c, image: a, volumeMounts: [{ name: data, mountPath: /d }] }]
              volumeClaimTemplates:
                - metadata: { name: data }
                  spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
            """;
        using var folder = Folder(set, "empty");
        var zones = Enumerable.Range(0, 3)
            .Select(i => Regex.Match(Explained(folder, $"db-{i}"), @"Running on \S+ .*\((\S+)\)").Groups[1].Value);
        Assert.Equal(["us-east1-b", "us-east1-c", "us-east1-d"], zones.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_driver_takes_as_many_volumes_on_a_node_as_it_says()
    {
        var pods = string.Join("\n---\n", Enumerable.Range(0, 3).Select(i => $$"""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: { name: data{{i}} }
            spec: { accessModes: [ReadWriteOnce], storageClassName: late, resources: { requests: { storage: 1Gi } } }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: p{{i}} }
            spec:
              nodeSelector: { kubernetes.io/hostname: n-0001 }
              containers: [{ name: c, image: a }]
              volumes: [{ name: data, persistentVolumeClaim: { claimName: data{{i}} } }]
            """));
        const string Node = """
            apiVersion: storage.k8s.io/v1
            kind: CSINode
            metadata: { name: n-0001 }
            spec: { drivers: [{ name: pd.csi.storage.gke.io, nodeID: n-0001, topologyKeys: [], allocatable: { count: 2 } }] }
            """;
        using var folder = Folder($"{Class("late", "pd.csi.storage.gke.io", "WaitForFirstConsumer")}\n---\n{Node}\n---\n{pods}", "empty");
        var states = Enumerable.Range(0, 3).Select(i => Explained(folder, $"p{i}")).ToList();
        Assert.Equal(2, states.Count(state => state.Contains("Running on n-0001", StringComparison.Ordinal)));
        Assert.Single(states, state => state.Contains("node(s) exceed max volume count", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody", "gce", "nothing in the scenario is the StorageClass nobody, nor a volume of it")]
    [InlineData("late", "aws", "has no disks here: controller-manager.cloud-provider is aws, not gce: its claims")]
    [InlineData("late", "false", "of the StorageClass late has no disks here: controller-manager.cloud-provider is false, not gce: its")]
    public void A_claim_that_is_never_bound_is_a_remark(string name, string cloud, string why)
    {
        using var folder = Folder(
            $"{Class("late", "pd.csi.storage.gke.io", "WaitForFirstConsumer")}\n---\n{Pinned.Replace("CLASS", name)}", "empty", cloud);
        Assert.Contains(why, CommandLine.Run("validate", Path(folder)).Error);
    }

    /// <summary>In the words of 1.20.2, which binds no pod before its claims.</summary>
    [Theory]
    [InlineData("pd.csi.storage.gke.io", "waiting for a volume to be created, either by external provisioner \"pd.csi.storage.gke.io\" or")]
    [InlineData(
        "kubernetes.io/gce-pd", "to provision volume with StorageClass \"late\": failed to get GCE GCECloudProvider with error <nil>")]
    [InlineData("kubernetes.io/aws-ebs", "\"late\": failed to get AWS Cloud Provider. GetCloudProvider returned <nil> instead")]
    [InlineData("kubernetes.io/glusterfs", "no volume plugin matched name: kubernetes.io/glusterfs")]
    public void Without_the_cloud_a_pod_waits_for_its_claim(string provisioner, string why)
    {
        using var folder = Folder(
            $"{Class("late", provisioner, "WaitForFirstConsumer")}\n---\n{Pinned.Replace("CLASS", "late")}", "settled", "false");
        File.WriteAllText(Path(folder), File.ReadAllText(Path(folder)).Replace("duration: 6m", "duration: 12m", StringComparison.Ordinal));
        var said = string.Join(' ', Explained(folder, "p").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(why, said);
        Assert.Contains("Pending since", said);
        Assert.Contains("no node: running PreBind plugin \"VolumeBinding\": binding volumes: timed out waiting for the condition", said);
        Assert.DoesNotContain("waiting for first consumer", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WaitForEver", "volumeBindingMode")]
    [InlineData("Immediate\nreclaimPolicy: Recycle", "reclaimPolicy")]
    public void A_class_that_is_none_is_refused(string mode, string field)
    {
        using var folder = Folder(Class("x", "kubernetes.io/gce-pd", mode), "empty");
        var answer = CommandLine.Run("validate", Path(folder));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(field, answer.Error);
    }

    [Fact]
    public void A_settled_cluster_has_its_volumes_and_nothing_moves()
    {
        using var folder = Folder(
            $"{Class("late", "pd.csi.storage.gke.io", "WaitForFirstConsumer")}\n---\n"
                + Pinned.Replace("CLASS", "late").Replace("  nodeSelector: { topology.kubernetes.io/zone: us-east1-d }\n", ""), "settled");
        var said = Explained(folder, "p");
        Assert.Contains("ready since 0:00:00", said);
    }

    [Fact]
    public void What_1_3_makes_of_it_is_told()
    {
        using var folder = Folder(
            $"{Class("late", "pd.csi.storage.gke.io", "WaitForFirstConsumer")}\n---\n{Pinned.Replace("CLASS", "late")}"
                + "", "empty", "gce", "1.3.10");
        var told = CommandLine.Run("validate", Path(folder)).Error;
        Assert.Contains("StorageClass (1 StorageClass): 1.3 has no classes of storage", told);
        Assert.Contains("PersistentVolumeClaim spec.storageClassName", told);
    }

    private static string Class(string name, string provisioner, string mode, bool isDefault = false) => $"""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: {name}
          annotations: {(isDefault ? "{ storageclass.kubernetes.io/is-default-class: \"true\" }" : "{}")}
        provisioner: {provisioner}
        volumeBindingMode: {mode}
        """;

    private static string Local(string name, string node, string size) => $$"""
        apiVersion: v1
        kind: PersistentVolume
        metadata: { name: {{name}} }
        spec:
          capacity: { storage: {{size}} }
          accessModes: [ReadWriteOnce]
          storageClassName: local
          local: { path: /mnt }
          nodeAffinity:
            required:
              nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [{{node}}] }] }]
        """;

    private static ScratchFolder Folder(string manifests, string start, string cloud = "gce", string version = "1.20.2")
    {
        var folder = new ScratchFolder();
        folder.Write("m.yaml", manifests + "\n");
        folder.Write("s.yaml", Scenario.Replace("START", start, StringComparison.Ordinal).Replace("CLOUD", cloud, StringComparison.Ordinal)
            .Replace("VERSION", version, StringComparison.Ordinal));
        return folder;
    }

    private static string Explained(ScratchFolder folder, string pod) => CommandLine.Run("explain", Path(folder), "pod", pod).Out;

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");
}
