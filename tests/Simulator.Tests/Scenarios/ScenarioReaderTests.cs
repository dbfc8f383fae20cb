using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Outages;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>What a scenario file says arrives in the scenario.</summary>
public sealed class ScenarioReaderTests
{
    private static ClusterSpec Cluster(string edits) => Read(edits).Clusters[0];

    private static Scenario Read(string edits)
    {
        var file = ScenarioText.Read(ScenarioText.With(edits));
        Assert.Empty(file.Diagnostics.Errors);
        return file.Scenario!;
    }

    [Fact]
    public void Defaults_are_those_of_upstream()
    {
        var file = ScenarioText.Read(ScenarioText.Small);
        Assert.Empty(file.Diagnostics.All);
        Assert.Empty(file.FlagsThatDiffer);
        var cluster = Assert.Single(file.Scenario!.Clusters);
        Assert.Equal(1UL, file.Scenario.Seed);
        Assert.Equal(new ControllerManagerOptions(), cluster.ControllerManager);
        Assert.Equal(new KubeletOptions(), cluster.Kubelet);
        Assert.Equal(new ApiServerOptions(), cluster.ApiServer);
        Assert.Equal("", Assert.Single(cluster.Masters.Zones));
        Assert.Equal(1, cluster.Masters.EtcdMembers);
        Assert.Equal(ClusterStart.Settled, cluster.Start);
    }

    [Fact]
    public void Flags_have_upstream_names_and_are_named_when_they_differ()
    {
        var file = ScenarioText.Read(ScenarioText.With("11>     controlPlane: { controller-manager: { deleting-pods-qps: 10, "
            + "pod-eviction-timeout: 300s }, kubelet: { max-pods: 40 } };; +>     calibration: { bootDuration: 2m }"));
        Assert.Equal(
            ["controller-manager: deleting-pods-qps 10 (default "
                + "0.1)", "kubelet: max-pods 40 (default 110)", "calibration: bootDuration 2m (default 1m)"],
            file.FlagsThatDiffer);
        var cluster = file.Scenario!.Clusters[0];
        Assert.Equal(10, cluster.ControllerManager.Nodes.DeletingPodsQps);
        Assert.Equal(TimeSpan.FromMinutes(2), cluster.Kubelet.BootDuration);
        Assert.Equal(40, cluster.Kubelet.MaxPods);
        Assert.Equal(40, cluster.NodePools[0].Capacity.Value(ResourceNames.Pods));
    }

    [Fact]
    public void A_machine_type_gives_the_capacity()
    {
        var pool = Cluster("8>       - { name: p, machineType: n1-standard-1, count: 4, zones: [b], nodesPerRack: 2, labels: { disk: ssd "
            + "}, taints: [{ key: k, effect: PreferNoSchedule }] }").NodePools[0];
        Assert.Equal(1000, pool.Capacity.MilliValue(ResourceNames.Cpu));
        Assert.Equal(3840L << 20, pool.Capacity.Value(ResourceNames.Memory));
        Assert.Equal(
            ("n1-standard-1", "b", 2, "disk=ssd"),
            (pool.MachineType, Assert.Single(pool.Zones!), pool.NodesPerRack, pool.Labels.ToString()));
        Assert.Equal(new Taint("k", "", "PreferNoSchedule"), Assert.Single(pool.Taints));
    }

    [Fact]
    public void Allocatable_is_the_capacity_where_it_says_nothing()
    {
        var pool =
            Cluster("8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, allocatable: { memory: 7Gi }, count: 4 }").NodePools[0];
        Assert.Equal(
            (4, 7L << 30, 110),
            (pool.Allocatable!.Value(ResourceNames.Cpu), pool.Allocatable.Value(ResourceNames.Memory),
                pool.Allocatable.Value(ResourceNames.Pods)));
    }

    [Fact]
    public void Generated_controllers_come_each_after_a_service_of_its_name()
    {
        var objects = Assert.Single(Cluster("1> scenario: s").Workloads).Objects;
        Assert.Equal(
            ["Service web-001", "ReplicationController web-001", "Service web-002", "ReplicationController web-002"],
            objects.Select(value => $"{value.Kind} {value.Name}"));
        var controller = (ReplicationController)objects[1];
        Assert.Equal(
            (3, "app=web-001", "app=web-001"),
            (controller.Replicas, controller.Selector.ToString(), ((Service)objects[0]).Selector!.ToString()));
        Assert.Equal(100, controller.Template.Spec.Containers[0].Requests.MilliValue(ResourceNames.Cpu));
        var bare = Cluster("10>       - { at: 1m, generate: { namePrefix: x, namespace: n, count: 1, replicas: 0, cpu: 0, memory: 0, "
            + "service: false } }").Workloads[0];
        Assert.Equal(TimeSpan.FromMinutes(1), bare.At);
        Assert.Equal(["Namespace n", "ReplicationController n/x-001"], bare.Objects.Select(value => $"{value.Kind} {value.Key}"));
    }

    [Theory]
    [InlineData("{ at: 1m, for: 90s, kind: power-loss, zone: b }", OutageKind.PowerLoss, PlaceScope.Zone, "b")]
    [InlineData("{ at: 60s, for: 1m30s, kind: network-cut, rack: a-r01 }", OutageKind.NetworkCut, PlaceScope.Rack, "a-r01")]
    [InlineData("{ at: 1m, for: 1.5m, kind: power-loss, node: p-0004, cluster: c }", OutageKind.PowerLoss, PlaceScope.Node, "p-0004")]
    [InlineData("{ at: 1m, for: 90s, kind: disk-full, powerUnit: b-p01 }", OutageKind.DiskFull, PlaceScope.PowerUnit, "b-p01")]
    [InlineData("{ at: 1m, for: 90s, kind: runtime-down, nodePool: p }", OutageKind.RuntimeDown, PlaceScope.Pool, "p")]
    [InlineData("{ at: 1m, for: 90s, kind: api-server-down }", OutageKind.ApiServerDown, null, null)]
    public void Outages(string outage, OutageKind kind, PlaceScope? scope, string? name)
    {
        var where = scope is { } found ? new Place(found, name!) : null;
        var expected = new OutageSpec
        {
            Kind = kind,
            At = TimeSpan.FromMinutes(1),
            For = new Constant(TimeSpan.FromSeconds(90)),
            Cluster = "c",
            Where = where,
        };
        Assert.Equal(expected, Assert.Single(Read($"+> outages: [{outage}]").Outages));
    }

    [Fact]
    public void Parameters_of_outages()
    {
        var rolling = Assert.Single(Read("+> outages: [{ at: 1m, kind: slow-node, factor: 5, share: 0.5, rolling: 10s, zone: a, repeat: "
            + "{ every: 1h, times: 3 } }]").Outages);
        Assert.Equal(
            (5, 0.5, TimeSpan.FromSeconds(10), new Repetition(TimeSpan.FromHours(1), 3)),
            (rolling.Factor, rolling.Share, rolling.Rolling, rolling.Repeat));
        Assert.Equal(
            new ZonePair("a", "b"), Assert.Single(Read("+> outages: [{ at: 1m, kind: zone-partition, zones: [a, b] }]").Outages).Zones);
        Assert.Equal(0, Assert.Single(Read("+> outages: [{ at: 1m, kind: etcd-down, instance: 0 }]").Outages).Instance);
    }

    [Fact]
    public void What_random_outages_do_not_say_is_published()
    {
        var node = Assert.Single(Read("+> random: [{ per: node }]").RandomOutages);
        Assert.Equal((OutageKind.PowerLoss, TimeSpan.FromDays(41), 0.22), (node.Kind, node.Between.Mean, node.Burst));
        var zone = Assert.Single(Read("+> random: [{ per: zone, between: 100h, burst: 0.5 }]").RandomOutages);
        Assert.Equal((new Constant(TimeSpan.FromHours(100)), 0.5), (zone.Between, zone.Burst));
        Assert.Equal(PublishedRates.Lasts(PlaceScope.Zone), zone.Lasts);
    }

    [Theory]
    [InlineData("15m", 900)]
    [InlineData("99.9%", 0.999)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("250ms", 0.25)]
    public void Bounds_are_numbers_seconds_or_shares(string text, double expected) =>
        Assert.Equal(expected, Assert.Single(Read($"+> expect: [{{ measure: x, atLeast: {text} }}]").Expectations).AtLeast!.Value, 12);

    [Fact]
    public void More_demand_than_capacity_is_a_remark()
    {
        var file = ScenarioText.Read(ScenarioText.With("10>       - generate: { count: 2, replicas: 10, cpu: 1, memory: 1Gi }"));
        Assert.NotNull(file.Scenario);
        Assert.Equal(
            "s.yaml:10:7  clusters[0].workloads: the pods of the start ask for 20 CPU, and all nodes together have 16 CPU: some stay "
                + "Pending for want of cpu",
            Assert.Single(file.Diagnostics.All).ToString());
    }

    [Fact]
    public void Kinds_that_are_not_simulated_are_remarked_once()
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", string.Join("\n---\n", Enumerable.Range(1, 3).Select(i =>
            $"{{apiVersion: v1, kind: Node, metadata: {{name: d{i}}}}}")));
        var path = folder.Write("s.yaml", ScenarioText.With("10>       - { manifests: [m.yaml] }"));
        var file = Simulator.Scenarios.Files.ScenarioReader.Read(path);
        Assert.StartsWith(
            "Node (3 Nodes): left out: nodes come from nodePools", Assert.Single(file.Diagnostics.Omissions).Message);
        Assert.Empty(file.Scenario!.Clusters[0].Workloads[0].Objects);
    }

    [Theory]
    [InlineData("true", "web", "None", "", "")]
    [InlineData(
        "true", "web", "", "", "PetSet default/db: its Service 'web' is not headless (clusterIP: None): its pets have no names in DNS")]
    [InlineData("true", "shop", "None", "", "PetSet default/db: no workload has its Service 'web': its pets have no names in DNS")]
    [InlineData(
        "false", "web", "None", "",
        "PetSet default/db stops after pet 0 of 3: neither has its template the annotation pod.alpha.kubernetes.io/initialized")]
    [InlineData("false", "web", "None", "initializedAfter: 5m", "")]
    public void Pets_that_nobody_finds_or_initializes_are_a_remark(
        string initialized, string service, string address, string application, string remark)
    {
        using var folder = new ScratchFolder();
        var manifest = folder.Write("m.yaml", $$"""
            {apiVersion: v1, kind: Service, metadata: {name: {{service}}}, spec: {clusterIP: "{{address}}", ports: [{port: 80}], selector: { app: db } } }
            ---
            apiVersion: apps/v1alpha1
            kind: PetSet
            metadata: {name: db}
            spec:
              serviceName: web
              replicas: 3
              template:
                metadata: {labels: {app: db}, annotations: {pod.alpha.kubernetes.io/initialized: "{{initialized}}" } }
                spec: { containers: [{name: c, image: "db:1"}] }
            """);
        var path = folder.Write(
            "s.yaml", ScenarioText.With($"10>       - {{ manifests: [m.yaml] }};; 11>     applications: [{{ {application} }}]"));
        var file = Simulator.Scenarios.Files.ScenarioReader.Read(path);
        if (remark.Length == 0) Assert.Empty(file.Diagnostics.All);
        else Assert.StartsWith($"{manifest}:3:1  {remark}", Assert.Single(file.Diagnostics.Remarks).ToString());
    }

    [Fact]
    public void An_init_container_has_to_be_in_the_pods()
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", """
            {apiVersion: v1, kind: ReplicationController, metadata: {name: w}, spec: {template: {metadata: {labels: {app: w}, annotations:
              {pod.alpha.kubernetes.io/init-containers: '[{"name": "clone", "image": "c:1"}]' } }, spec: {containers: [{name: c, image: "c:1"}]} } } }
            """);
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With(
                "10>       - { manifests: [m.yaml] };; 11>     applications: [{ init: [{ name: clone }, { name: clones }] }]"));
        Assert.Equal(
            $"{path}:11:54  clusters[0].applications[0].init[1].name: no init container 'clones' in the pods that the application "
                + "selects; allowed are clone",
            Assert.Single(Simulator.Scenarios.Files.ScenarioReader.Read(path).Diagnostics.All).ToString());
    }

    [Fact]
    public void Pets_need_the_name_of_a_service()
    {
        using var folder = new ScratchFolder();
        var manifest = folder.Write(
            "m.yaml",
            "{apiVersion: apps/v1alpha1, kind: PetSet, metadata: {name: db}, spec: {serviceName: \"\", template: {metadata: {labels: "
                + "{app: db}}, spec: {containers: [{name: c, image: db}]}}}}");
        var file =
            Simulator.Scenarios.Files.ScenarioReader.Read(folder.Write("s.yaml", ScenarioText.With("10>       - { manifests: [m.yaml] }")));
        Assert.NotNull(file.Scenario);
        Assert.StartsWith(
            $"{manifest}:1:110  the pods of PetSet db are refused: Pod \"db-0\" is invalid: metadata.annotations: Invalid value: "
                + "\"pod.beta.kubernetes.io/subdomain\": must match the regex",
            Assert.Single(file.Diagnostics.Refusals).ToString());
    }

    [Fact]
    public void State_of_an_application_is_read()
    {
        var state = Assert.Single(Read("11>     applications: [{ state: { kind: primary-replica, data: 2Gi, catchUpRate: 80M, "
            + "writesPerSecond: 7.5, writeBytes: 4Ki, failOver: 30s, promote: lowest-ordinal, replicationLag: 2s, volume: v, "
            + "readyWhileCatchingUp: true } }]").Clusters[0].Applications).State!;
        var expected = new StateSpec
        {
            Kind = StateKind.PrimaryReplica,
            DataBytes = 2L << 30,
            CatchUpBytesPerSecond = 80e6,
            WritesPerSecond = 7.5,
            WriteBytes = 4096,
            FailOver = new Constant(TimeSpan.FromSeconds(30)),
            Promote = PromoteRule.LowestOrdinal,
            ReplicationLag = TimeSpan.FromSeconds(2),
            Volume = "v",
            IsReadyWhileCatchingUp = true,
        };
        Assert.Equal(expected, state);
    }

    [Fact]
    public void Errors_of_manifests_and_policies_come_through()
    {
        using var folder = new ScratchFolder();
        var manifest = folder.Write("m.yaml", "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: http}]}}");
        var policy = folder.Write("p.json", """{"kind": "Policy", "apiVersion": "v1", "predicates": [{"name": "PodFitsResorces"}]}""");
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With("10>       - { manifests: [m.yaml] };; 11>     controlPlane: { scheduler: { policy-config-file: p.json } }"));
        var errors = Simulator.Scenarios.Files.ScenarioReader.Read(path).Diagnostics.Errors.Select(error => error.ToString()).ToList();
        Assert.Contains(errors, error => error.StartsWith($"{manifest}:1:76  spec.ports[0].port: found 'http'", StringComparison.Ordinal));
        Assert.Contains(
            errors,
            error => error.StartsWith(
                $"{policy}:1:64  predicates[0].name: no predicate 'PodFitsResorces'; registered are", StringComparison.Ordinal));
    }

    [Fact]
    public void Init_containers_run_for_a_time_or_for_a_copy()
    {
        var application = Assert.Single(Cluster("11>     applications: [{ selector: { app: db }, init: [{ name: clone, copies: 1G, "
            + "bytesPerSecond: 20M, fails: 0.5 }, { runsFor: 5s }], initRunsFor: 7s }]").Applications);
        Assert.Equal(
            (new Constant(TimeSpan.FromSeconds(50)), 0.5), (application.InitOf("clone").RunsFor, application.InitOf("clone").FailShare));
        Assert.Equal(new Constant(TimeSpan.FromSeconds(5)), application.InitOf("elect").RunsFor);
        application = Assert.Single(Cluster("11>     applications: [{ selector: { app: db }, init: [{ name: clone }], initRunsFor: 7s, "
            + "initFailShare: 0.25 }]").Applications);
        Assert.Equal(
            (new Constant(TimeSpan.FromSeconds(7)), 0.25), (application.InitOf("elect").RunsFor, application.InitOf("elect").FailShare));
    }

    [Fact]
    public void Masters_stand_in_zones_or_outside_all()
    {
        var file = ScenarioText.Read(ScenarioText.With("11>     controlPlane: { masters: { zones: [a, a, b], etcdMembers: 5 }, "
            + "scheduler: { leader-elect-lease-duration: 30s }, etcd: { election-timeout: 2000 }, apiserver: { min-request-timeout: 60 } "
            + "}"));
        Assert.Empty(file.Diagnostics.All);
        var cluster = Assert.Single(file.Scenario!.Clusters);
        Assert.Equal(["a", "a", "b"], cluster.Masters.Zones);
        Assert.Equal((5, TimeSpan.FromSeconds(2)), (cluster.Masters.EtcdMembers, cluster.Masters.Etcd.ElectionTimeout));
        Assert.Equal(
            (TimeSpan.FromSeconds(30), null), (cluster.Scheduler.LeaderElection.LeaseDuration, cluster.Scheduler.LeaderElection.Elect));
        Assert.Equal(TimeSpan.FromMinutes(1), cluster.ApiServer.MinRequestTimeout);
        Assert.Equal(
            ["masters: a, a, b with 5 members of etcd (default 1 outside all "
                + "zones)", "apiserver: min-request-timeout 60 (default "
                + "1800)", "etcd: election-timeout 2000 (default 1000)", "scheduler: leader-elect-lease-duration 30s (default 15s)"],
            file.FlagsThatDiffer);

        var outside = ScenarioText.Read(ScenarioText.With("11>     controlPlane: { masters: { count: 3 } }"));
        Assert.Equal(["", "", ""], Assert.Single(outside.Scenario!.Clusters).Masters.Zones);
    }
}
